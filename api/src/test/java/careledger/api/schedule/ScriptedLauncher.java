package careledger.api.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Stands in the place of the launcher: a script that notes how it was called and ends as it is told. */
public final class ScriptedLauncher {
    private final Path folder;

    public ScriptedLauncher(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("extracts/2020"));
        Files.createFile(folder.resolve("calls"));
        deliver("as it came");
        does("exit 0");
        Path script = folder.resolve("launcher");
        Files.writeString(script, """
                #!/bin/sh
                cd "$(dirname "$0")"
                echo "build=$CARELEDGER_BUILD memory=$CARELEDGER_ETL_MEMORY $*" >> calls
                . ./behaviour
                """);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
    }

    /** @param shell what the script does from its next call on */
    public ScriptedLauncher does(String shell) throws IOException {
        Path next = folder.resolve("behaviour.next");
        Files.writeString(next, shell + "\n");
        Files.move(next, folder.resolve("behaviour"), StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    void deliver(String text) throws IOException {
        Files.writeString(folder.resolve("extracts/2020/claims.csv"), text);
    }

    public Path script() {
        return folder.resolve("launcher");
    }

    public Path extracts() {
        return folder.resolve("extracts");
    }

    List<String> calls() {
        try {
            return Files.readAllLines(folder.resolve("calls"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
