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
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(home.resolve("careledger").toString()), Stream.of(arguments))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
