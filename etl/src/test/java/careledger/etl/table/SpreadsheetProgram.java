package careledger.etl.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import careledger.release.file.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, where it is installed; a test that needs it is skipped elsewhere, but fails where {@code CI=true}. */
final class SpreadsheetProgram {
    private SpreadsheetProgram() {}

    /**
     * Converts a workbook into another kind beside it.
     *
     * @param kind such as {@code ods}, or {@code csv} for what its cells display
     */
    static Path convert(Path workbook, String kind) throws IOException, InterruptedException {
        Path program = find();
        Path profile = Files.createTempDirectory("care-ledger-office-");
        String filter = kind.equals("csv") ? "csv:Text - txt - csv (StarCalc):44,34,76,1,1,0,false,true" : kind;
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + profile.toUri(),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        filter,
                        "--outdir",
                        DurableFiles.folderOf(workbook).toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(
                    "LibreOffice did not convert " + workbook + ": " + Files.readString(profile.resolve("output.txt")));
        }
        String name = workbook.getFileName().toString();
        return workbook.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + kind);
    }

    private static Path find() {
        Optional<Path> program = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(dir -> Stream.of(Path.of(dir, "soffice"), Path.of(dir, "libreoffice")))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("LibreOffice (soffice) is not installed; .ci/run installs it.");
        }
        assumeTrue(program.isPresent(), "LibreOffice (soffice) is not installed; install libreoffice-calc.");
        return program.orElseThrow();
    }
}
