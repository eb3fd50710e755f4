package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of others that a test runs in a folder of its own. */
final class OtherProgram {
    private OtherProgram() {}

    /** What the program prints. @throws IllegalStateException with all that it says, where it fails */
    static String run(Path folder, String... command) throws Exception {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(folder.resolve("said").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(printed, UTF_8)
                    + Files.readString(folder.resolve("said"), UTF_8));
        }
        return Files.readString(printed, UTF_8);
    }
}
