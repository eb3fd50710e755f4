package careledger.etl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.store.ReleasedTable;
import careledger.release.store.Releases;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a standalone cluster makes the bytes that it makes in one process. */
@Tag("cluster")
class StandaloneClusterTest {
    private static final Path LIB = Path.of("target/lib").toAbsolutePath();
    private static final Path PROGRAM = program();
    private static final List<String> DELIVERIES = List.of("2008", "2020");

    @TempDir
    static Path dir;

    private static StandaloneCluster cluster;
    private static List<ReleasedTable> inOneProcess = List.of();

    @BeforeAll
    static void clusterAndAReleaseMadeWithoutIt() throws Exception {
        for (String delivery : DELIVERIES) {
            copy(Path.of("extracts", delivery), dir.resolve("extracts").resolve(delivery));
        }
        assertThat(run(ofTheLauncher(), "alone")).contains("PUBLISHED");
        inOneProcess = tables("alone");
        cluster = StandaloneCluster.start(Files.createDirectory(dir.resolve("spark")), LIB, 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void commandLineWithAMasterMakesTheSameBytesOnTwoWorkers() throws Exception {
        String said = run(ofTheLauncher(), "by-option", "--master", cluster.url());

        assertThat(said).contains("PUBLISHED");
        assertThat(tables("by-option")).isEqualTo(inOneProcess);
        assertThat(cluster.workersUsed()).isEqualTo(2);
        assertThat(run(ofTheLauncher(), "by-option")).contains("UNCHANGED");
    }

    @Test
    void sparkSubmitOfTheSameJarMakesTheSameBytes() throws Exception {
        List<String> submit = StandaloneCluster.java(
                cluster.home().resolve("jars") + File.separator + "*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                cluster.url(),
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--class",
                "careledger.etl.command.CareLedger",
                PROGRAM.toString());

        String said = run(submit, "by-submit");

        assertThat(said).contains("PUBLISHED");
        assertThat(tables("by-submit")).isEqualTo(inOneProcess);
    }

    private static List<String> ofTheLauncher() {
        return StandaloneCluster.java(
                PROGRAM + File.pathSeparator + LIB + File.separator + "*", "careledger.etl.command.CareLedger");
    }

    private static String run(List<String> program, String data, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("etl", "run", "--accept-rejections", "--settle", "0"));
        command.addAll(List.of("--data", dir.resolve(data).toString()));
        command.addAll(List.of("--extracts", dir.resolve("extracts").toString()));
        command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.executor.memory=512m"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<ReleasedTable> tables(String data) {
        return new Releases(dir.resolve(data))
                .current()
                .orElseThrow()
                .manifest()
                .tables();
    }

    private static Path program() {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("careledger-etl-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The program is not packaged; run ./mvnw verify -Pcluster."))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new AssertionError("The program is not packaged; run ./mvnw verify -Pcluster.", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
