package careledger.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip, unpacked into a folder of an awkward name and started as a newcomer does, with Java and nothing else. */
final class InstalledProgramTest {
    private static final Pattern READY = Pattern.compile("Care Ledger is ready at (http://\\S+)");

    /** A run of the schedule outlives a service that is killed, and has temporary files of its own meanwhile. */
    private static final Map<String, String> UNSCHEDULED =
            Map.of("CARELEDGER_API_OPTS", "-Dcareledger.schedule.enabled=false");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        Path target = folder.resolve("Réports #1 [new]");
        try (ZipFile zip = new ZipFile(Objects.requireNonNull(System.getProperty("careledger.zip")))) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(Objects.requireNonNull(path.getParent()));
                    Files.copy(zip.getInputStream(entry), path);
                }
            }
        }
        try (Stream<Path> roots = Files.list(target)) {
            home = roots.findFirst().orElseThrow();
        }
        assertThat(home.resolve("careledger").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void loads_the_extracts_and_answers() throws Exception {
        Process process = started("up", "--port", "0");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            Matcher ready = READY.matcher("");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (ready.reset(line).find()) {
                    break;
                }
            }
            assertThat(ready.reset(said).find()).as(said.toString()).isTrue();
            String csv = get(
                    ready.group(1) + "/api/q/observations.csv?indicators=cic_count&areas=E10000018&periods=2020-03-31");
            assertThat(csv).contains("654");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Native libraries, answers that are written to a file, Spark's and the web server's: 72 MB and more for each kill. */
    @Test
    void killed_programs_leave_nothing_in_temporary_folders() throws Exception {
        Path data = folder.resolve("data, of kills");
        Path extracts = Files.createDirectories(folder.resolve("extracts, of kills/2008"));
        try (Stream<Path> files = Files.list(home.resolve("etl/extracts/2008"))) {
            for (Path file : files.toList()) {
                Files.copy(file, extracts.resolve(name(file)));
            }
        }
        String[] places = {
            "--data",
            data.toString(),
            "--extracts",
            folder.resolve("extracts, of kills").toString()
        };
        List<String> signs =
                List.of("starting Spark", "writing the release", "Care Ledger is ready", "reading 2 files");
        Process whole = started(concatenated("etl run --quiet", places));
        assertThat(new String(whole.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("PUBLISHED");
        long settled = bytes(data);
        for (int kill = 0; kill < Integer.getInteger("careledger.chaos.temporaryKills", 1); kill++) {
            String sign = signs.get((kill + 1) % signs.size());
            boolean serves = sign.equals("Care Ledger is ready");
            Process victim = started(UNSCHEDULED, concatenated(serves ? "up --port 0" : "etl run --full", places));
            awaitLine(victim, sign);
            victim.destroyForcibly();
            victim.waitFor();

            Process next = started(concatenated("releases", places[0], places[1]));
            assertThat(new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("* ");
            assertThat(next.waitFor()).isZero();
            assertThat(left(temporary()))
                    .as("in the system's temporary folder, killed at '%s'", sign)
                    .isEmpty();
            assertThat(left(data.resolve("scratch"))).as("killed at '%s'", sign).isEmpty();
        }
        Process healed = started(concatenated("etl run --quiet", places));
        assertThat(new String(healed.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("UNCHANGED");
        long records = bytes(data.resolve("runs")) + bytes(data.resolve("serving"));
        assertThat(bytes(data) - records)
                .as("bytes beside records and serving files")
                .isLessThan(settled + 100_000);
    }

    private static void awaitLine(Process process, String sign) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(sign)) {
                return;
            }
        }
        throw new IOException("It never said '" + sign + "': " + said);
    }

    private static String[] concatenated(String command, String... more) {
        return Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toArray(String[]::new);
    }

    private static List<Path> left(Path below) throws IOException {
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(below)) {
            return entries.toList();
        }
    }

    private static long bytes(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** In the place of /tmp, which others use, too. */
    private static Path temporary() throws IOException {
        return Files.createDirectories(folder.resolve("temporary"));
    }

    @Test
    void ends_with_the_exit_code_of_the_command() throws Exception {
        Process process = started("serve");
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Unknown command 'serve'.");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void holds_its_licences_and_its_bill_of_materials() throws IOException {
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
        assertThat(home.resolve("NOTICE")).content().contains("Open Government Licence v3.0");
        for (String module : List.of("etl", "api")) {
            Path licences = home.resolve("licences").resolve(module);
            assertThat(licences.resolve("third-party-licences.txt")).content().contains("org.duckdb:duckdb_jdbc");
            String bill = Files.readString(licences.resolve("sbom-cyclonedx.json"));
            try (Stream<Path> jars = Files.list(home.resolve("lib").resolve(module))) {
                assertThat(jars.map(InstalledProgramTest::name).filter(jar -> !jar.startsWith("careledger")))
                        .allSatisfy(jar -> assertThat(bill).contains(nameOf(jar)));
            }
        }
    }

    private static String name(Path jar) {
        return Objects.requireNonNull(jar.getFileName()).toString();
    }

    /** The artifact's name, as in {@code pkg:maven/group/name@version}: what comes before the version in a jar's name. */
    private static String nameOf(String jar) {
        return jar.replaceFirst("-[0-9].*", "");
    }

    private static Process started(String... arguments) throws IOException {
        return started(Map.of(), arguments);
    }

    private static Process started(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(home.resolve("careledger").toString()), Stream.of(arguments))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
