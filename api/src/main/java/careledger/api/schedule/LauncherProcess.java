package careledger.api.schedule;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Starts the command {@code careledger} in a process of its own, which never builds and is given no input. */
final class LauncherProcess {
    private LauncherProcess() {}

    /**
     * @param memory most heap, as {@code java -Xmx} reads it; empty for the launcher's own
     * @param output says where its output goes
     */
    static Process start(List<String> command, String memory, UnaryOperator<ProcessBuilder> output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CARELEDGER_BUILD", "never");
        if (!memory.isEmpty()) {
            builder.environment().put("CARELEDGER_ETL_MEMORY", memory);
        }
        Process process = output.apply(builder).start();
        process.getOutputStream().close();
        return process;
    }
}
