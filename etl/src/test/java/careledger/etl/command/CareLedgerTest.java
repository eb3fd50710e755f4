package careledger.etl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .isDirectoryContaining(file -> text(file).contains("FAILED"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
