package careledger.etl.command;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CareLedgerTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine commandLine = CareLedger.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    /** In Arabic, 2019 is written with other digits; ids of periods are not. */
    @Test
    void localeOfTheMachineChangesNoDigits() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            CareLedger.commandLine();

            assertThat("FY%d-%02d".formatted(2019, 20)).isEqualTo("FY2019-20");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void stoppedCommandSaysSoInWords() {
        assertThat(CareLedger.reason(new InterruptedException())).startsWith("It was stopped before its end.");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(execute("etl", "rn")).isEqualTo(2);
        assertThat(err.toString()).contains("rn");
    }

    @Test
    void aWarehouseWithoutReleasesSaysSo() {
        assertThat(execute("releases", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("No release is published");
    }

    @Test
    void anUnknownReleaseEndsWithOneAndIsNamed() {
        assertThat(execute("rollback", "nowhere", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere");
    }

    @Test
    void missingExtractsEndWithOneAndLeaveARecordOfTheFailedRun() {
        String nowhere = data.resolve("nowhere").toString();

        assertThat(execute("etl", "run", "--quiet", "--data", data.toString(), "--extracts", nowhere))
                .isEqualTo(1);
        assertThat(err.toString()).contains(nowhere, "--extracts DIR");
        assertThat(data.resolve("runs"))
                .isDirectoryContaining(
                        file -> Files.isRegularFile(file) && text(file).contains("FAILED"));
    }

    @Test
    void oneNameInTwoExtractsDirectoriesIsAnErrorThatNamesBoth() throws IOException {
        Path first = Files.createDirectories(data.resolve("first/2020"));
        Path second = Files.createDirectories(data.resolve("second/2020"));

        assertThat(execute(
                        "etl",
                        "check",
                        "--data",
                        data.toString(),
                        "--extracts",
                        data.resolve("first").toString(),
                        "--extracts",
                        data.resolve("second").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Two deliveries have one name", first.toString(), second.toString());
    }

    @Test
    void anAddressCannotBeCombinedWithADirectory() {
        assertThat(execute(
                        "etl",
                        "check",
                        "--data",
                        data.toString(),
                        "--extracts",
                        data.toString(),
                        "--extracts",
                        "s3a://bucket/folder"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("s3a://bucket/folder", "expected one address");
    }

    @Test
    void damagedReleasesEndVerifyWithOneAndAreNamed() throws IOException {
        TinyRelease.published(data, "r1");
        assertThat(execute("verify", "--data", data.toString())).isZero();
        Files.delete(TinyRelease.published(data, "r2").dir().resolve("dim_area/part-0.parquet"));

        assertThat(execute("verify", "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("r1  whole", "r2  DAMAGED", "part-0.parquet is missing");
        assertThat(execute("verify", "r1", "--data", data.toString())).isZero();
        assertThat(execute("verify", "r7", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no release 'r7'");
    }

    @Test
    void exportedReleaseIsAFolderThatCommandsUnderstand() {
        TinyRelease.published(data, "r1");
        String copy = data.resolve("copy").toString();

        assertThat(execute("export", "r1", copy, "--data", data.toString())).isZero();
        assertThat(execute("verify", "--data", copy)).isZero();
        assertThat(execute("export", "r1", copy, "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is there already");
    }

    @Test
    void pruningAsksWhatMayGoAndTellsWhatWent() {
        TinyRelease.published(data, "r1");
        TinyRelease.published(data, "r2");

        assertThat(execute("prune", "--data", data.toString())).isEqualTo(2);
        assertThat(execute("prune", "--older-than", "soon", "--data", data.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--keep N", "Found 'soon', expected days");
        assertThat(execute("prune", "--keep", "1", "--older-than", "1d", "--data", data.toString()))
                .isZero();
        assertThat(new Releases(data).list()).hasSize(2);
        assertThat(execute("prune", "--keep", "1", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("removed r1");
    }

    @Test
    void rollbackTakesTheLockAndLeavesItFree() {
        TinyRelease.published(data, "r1");
        TinyRelease.published(data, "r2");

        try (DataLock lock = DataLock.take(data)) {
            assertThat(lock).isNotNull();
            assertThat(execute("rollback", "r1", "--data", data.toString())).isEqualTo(3);
            assertThat(execute("etl", "run", "--quiet", "--data", data.toString()))
                    .isEqualTo(3);
        }
        assertThat(err.toString()).contains("Another run is at work");
        assertThat(execute("rollback", "r1", "--data", data.toString())).isZero();
        assertThat(new Releases(data).currentId()).contains("r1");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
