package careledger.etl.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Spark's own master and workers on loopback, each in its own process, with Spark's jars and none of this program's. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    private static final List<String> NOT_SPARKS =
            List.of("careledger-", "duckdb_jdbc-", "fastcsv-", "poi-", "picocli-", "snakeyaml-engine-", "xmlbeans-");

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private String url = "";

    private StandaloneCluster(Path home) {
        this.home = home;
    }

    /**
     * Starts a master and workers, and waits until these are registered.
     *
     * @param folder an empty one, which becomes SPARK_HOME and holds what executors write
     * @param lib jars of Spark and of this program
     */
    static StandaloneCluster start(Path folder, Path lib, int workers) throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(folder);
        try {
            cluster.distribution(lib);
            cluster.url = said(
                    cluster.launch("org.apache.spark.deploy.master.Master", "--webui-port", "0", "--port", "0"),
                    MASTER);
            List<Process> started = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                Path work = folder.resolve("work-" + worker);
                started.add(cluster.launch(
                        "org.apache.spark.deploy.worker.Worker",
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        work.toString(),
                        cluster.url));
            }
            for (Process worker : started) {
                said(worker, REGISTERED);
            }
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    /** Spark's home, from which {@code spark-submit} starts. */
    Path home() {
        return home;
    }

    /** How many workers ran an executor. */
    long workersUsed() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> file.endsWith("stderr"))
                    .map(file -> home.relativize(file).getName(0))
                    .distinct()
                    .count();
        }
    }

    @Override
    public void close() {
        processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        processes.forEach(Process::destroyForcibly);
    }

    /** A command line that starts a class as Spark's scripts do. */
    static List<String> java(String classPath, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(arguments));
        return command;
    }

    private void distribution(Path lib) throws IOException {
        Files.createDirectories(home.resolve("jars"));
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.toList()) {
                String name = jar.getFileName().toString();
                if (NOT_SPARKS.stream().noneMatch(name::startsWith)) {
                    Files.createSymbolicLink(home.resolve("jars").resolve(name), jar.toAbsolutePath());
                }
            }
        }
    }

    private Process launch(String type, String... arguments) throws IOException {
        List<String> command = java(home.resolve("jars") + File.separator + "*", type, "--host", "127.0.0.1");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Waits for a line, gives its first group or the whole of it, and reads on so that the process can go on writing. */
    private static String said(Process process, Pattern wanted) throws IOException {
        BufferedReader lines = process.inputReader();
        List<String> before = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            before.add(line);
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                Thread reader = new Thread(() -> readOn(lines), "reading on");
                reader.setDaemon(true);
                reader.start();
                return found.group(found.groupCount());
            }
        }
        throw new IOException("A process of the cluster ended before it was ready: " + String.join("\n", before));
    }

    private static void readOn(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
