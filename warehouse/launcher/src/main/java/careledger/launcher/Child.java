package careledger.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a process to its end. What it prints goes to stderr, because stdout may hold the command to go on with. */
final class Child {
    private Child() {}

    /** @return the exit code */
    static int run(Path folder, List<String> command) {
        return run(folder, command, false);
    }

    /** Runs a process whose output nobody needs. */
    static void runQuietly(Path folder, List<String> command) {
        run(folder, command, true);
    }

    /** Runs a process in place of the launcher, with its own stdin, stdout and stderr. */
    static int become(List<String> command) {
        return waitFor(new ProcessBuilder(command).inheritIO());
    }

    private static int run(Path folder, List<String> command, boolean quiet) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        if (quiet) {
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        }
        return waitFor(builder);
    }

    private static int waitFor(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            Thread stop = new Thread(process::destroy, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            process.getInputStream().transferTo(System.err);
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return exitCode;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "careledger: cannot start " + builder.command().get(0) + ".", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("careledger: interrupted while waiting for a process.", e);
        }
    }
}
