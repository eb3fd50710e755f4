package careledger.etl.run;

import careledger.release.guard.Guard;
import careledger.release.store.Retention;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that runs the ETL and is killed. It tells each stage on its output; told to, it waits at one to be killed
 * there.
 */
final class KilledProcess {
    private final Path data;
    private final Path extracts;
    private final PrintStream out;

    private KilledProcess(Path data, Path extracts, PrintStream out) {
        this.data = data;
        this.extracts = extracts;
        this.out = out;
    }

    /** Starts one: {@code once} or {@code again and again}, with Spark or without, waiting at a stage or at none. */
    static Process start(Path data, Path extracts, String how, String waitAt) throws IOException {
        return new ProcessBuilder(command(data, extracts, how, waitAt))
                .redirectErrorStream(true)
                .start();
    }

    static List<String> command(Path data, Path extracts, String how, String waitAt) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(opens());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dspark.local.dir=" + data.resolve("scratch")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KilledProcess.class.getName()));
        command.addAll(List.of(data.toString(), extracts.toString(), how, waitAt));
        return command;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        KilledProcess victim = new KilledProcess(Path.of(arguments[0]), Path.of(arguments[1]), out);
        boolean spark = arguments[2].startsWith("spark");
        int rounds = arguments[2].endsWith("again and again") ? Integer.MAX_VALUE : 1;
        for (int round = 0; round < rounds; round++) {
            if (round > 0) {
                TinyLoading.deliver(victim.extracts, "word " + System.nanoTime());
            }
            victim.run(spark, arguments[3]);
        }
    }

    private void run(boolean spark, String waitAt) {
        Progress progress = new Progress(new WaitingStream(out, waitAt), false, 8);
        RunOptions options = new RunOptions(
                data, extracts, Guard.ALL, false, false, Duration.ZERO, Optional.of(Retention.ofNewest(3)), "victim");
        try {
            EtlRun run =
                    spark ? new EtlRun(options, progress) : new EtlRun(options, progress, new TinyLoading(extracts));
            out.println("ended " + run.run().record().state());
        } catch (IOException | RuntimeException e) {
            out.println("failed " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Those that this JVM itself was started with, which Spark needs. */
    private static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .toList();
    }

    /** Holds the run at the line that names a stage. */
    private static final class WaitingStream extends PrintStream {
        private final String waitAt;

        WaitingStream(PrintStream out, String waitAt) {
            super(out, true, StandardCharsets.UTF_8);
            this.waitAt = waitAt;
        }

        @Override
        public void println(String line) {
            super.println(line);
            if (!waitAt.isEmpty() && line.contains(waitAt)) {
                flush();
                sleep();
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether a file of the name stands somewhere below the folder; what vanishes meanwhile is not seen. */
    static boolean seen(Path folder, String name) {
        try {
            return filesBelow(folder).stream()
                    .anyMatch(file -> file.getFileName().toString().equals(name));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Files below a folder, for a look at what a killed process left. */
    static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
