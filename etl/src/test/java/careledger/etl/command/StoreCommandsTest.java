package careledger.etl.command;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoreCommandsTest {
    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine commandLine = CareLedger.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    @Test
    void deliveriesAndReleasesMayLieWhereHadoopReaches() throws IOException {
        Path deliveries = dir.resolve("deliveries");
        Files.createDirectories(deliveries.resolve("2008"));
        for (String file : new String[] {"claims.csv", "extract.yaml"}) {
            Files.copy(
                    Path.of("extracts/2008", file), deliveries.resolve("2008").resolve(file));
        }
        String[] run = {
            "etl",
            "run",
            "--quiet",
            "--accept-rejections",
            "--settle=0",
            "--data=" + dir.resolve("data"),
            "--extracts=" + deliveries.toUri(),
            "--publish-to=" + dir.resolve("store").toUri()
        };

        assertThat(execute(run)).as(err.toString()).isZero();
        assertThat(execute(run)).isZero();
        assertThat(out.toString()).contains("PUBLISHED", "UNCHANGED");
        assertThat(execute("releases", "--data=" + dir.resolve("data"))).isZero();
        assertThat(out.toString()).containsPattern("\\(\\+[1-9]\\d*, ~0, -0\\)");
        assertThat(execute("fetch", dir.resolve("store").toUri().toString(), "--data=" + dir.resolve("elsewhere")))
                .isZero();

        Releases made = new Releases(dir.resolve("data"));
        Releases fetched = new Releases(dir.resolve("elsewhere"));
        assertThat(fetched.current().orElseThrow().manifest())
                .isEqualTo(made.current().orElseThrow().manifest());
        assertThat(fetched.verify(fetched.currentId().orElseThrow())).isEmpty();
    }

    /** The run that made the first release left no record here, so it is listed without counts of change. */
    @Test
    void releasesAndTheirDatesAreListed() {
        TinyRelease.published(dir.resolve("data"), "r1");
        TinyRelease.published(dir.resolve("data"), "r2");

        assertThat(execute("releases", "--data=" + dir.resolve("data"))).isZero();
        assertThat(out.toString()).contains("observations  ").doesNotContain("(+");
        assertThat(execute("diff", "r1", "r2", "--data=" + dir.resolve("data"))).isZero();
        assertThat(out.toString()).containsPattern("From r1 of 20\\d\\d-.* to r2 of 20\\d\\d-");
    }

    @Test
    void publishTellsWhetherTheStoreHadTheRelease() {
        TinyRelease.published(dir.resolve("data"), "r1");
        String store = dir.resolve("store").toUri().toString();

        assertThat(execute("publish", store, "--data=" + dir.resolve("data"))).isZero();
        assertThat(execute("publish", store, "--data=" + dir.resolve("data"))).isZero();
        assertThat(out.toString()).contains("Release r1 is current at", "Release r1 was current at");
        assertThat(execute("publish", store, "--data=" + dir.resolve("empty"))).isEqualTo(1);
        assertThat(err.toString()).contains("No release is published in", "run the ETL first");
    }

    @Test
    void whatIsNoAddressAndNoSettingIsWrongUsage() {
        assertThat(execute("publish", "://bucket/folder")).isEqualTo(2);
        assertThat(execute("fetch", "s3a://bucket", "--conf", "fs.s3a.endpoint=http://host"))
                .isEqualTo(2);
        assertThat(execute("fetch", "s3a://bucket/x", "--every", "0")).isEqualTo(2);
        assertThat(execute("etl", "run", "--conf", "spark.sql.session.timeZone=Mars"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Found '://bucket/folder', expected an address", "spark.hadoop.NAME", "Found --every 0")
                .contains("The setting 'spark.sql.session.timeZone' may decide what a release holds");
    }

    @Test
    void addressThatHadoopDoesNotReachSaysSo() {
        TinyRelease.published(dir.resolve("data"), "r1");

        assertThat(execute("publish", "gopher://host/folder", "--data=" + dir.resolve("data")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Hadoop does not reach gopher://host/folder");
    }
}
