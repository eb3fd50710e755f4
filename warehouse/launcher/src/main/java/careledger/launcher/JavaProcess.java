package careledger.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The commands that start the two programs, each with the options of Java that it needs. */
final class JavaProcess {
    private static final List<String> QUICK =
            List.of("-Xshare:auto", "-XX:-UsePerfData", "-Xlog:disable", "-Xlog:all=off");

    /** What Spark needs of Java 17, as its own launcher sets it. */
    private static final List<String> SPARK = Stream.concat(
                    Stream.of(
                                    "java.lang",
                                    "java.lang.invoke",
                                    "java.lang.reflect",
                                    "java.io",
                                    "java.net",
                                    "java.nio",
                                    "java.util",
                                    "java.util.concurrent",
                                    "java.util.concurrent.atomic",
                                    "jdk.internal.ref",
                                    "sun.nio.ch",
                                    "sun.nio.cs",
                                    "sun.security.action",
                                    "sun.util.calendar")
                            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"),
                    Stream.of(
                            "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
                            "-Djdk.reflect.useDirectMethodHandle=false",
                            "-Dio.netty.tryReflectionSetAccessible=true"))
            .toList();

    /** The short-lived compiler gets 48 MB by itself; a large load fills them, and is interpreted from then on. */
    private static final String CODE_CACHE = "-XX:ReservedCodeCacheSize=240m";

    private final Installation installation;
    private final Map<String, String> environment;
    private final String owner;

    /** @param owner id of the process that the started one becomes or belongs to; names its folder of temporary files */
    JavaProcess(Installation installation, Map<String, String> environment, String owner) {
        this.installation = installation;
        this.environment = Map.copyOf(environment);
        this.owner = owner;
    }

    /**
     * A command of the ETL. The short-lived compiler is the faster one for deliveries of everyday size; for files of
     * several hundred megabytes set {@code CARELEDGER_ETL_OPTS=-XX:TieredStopAtLevel=4}.
     *
     * @param fills whether the command makes the data folder where there is none
     */
    List<String> etl(Path data, boolean fills, List<String> arguments) {
        List<String> command = start(data, fills);
        command.addAll(SPARK);
        command.add("-XX:SharedArchiveFile=" + installation.classArchive("etl"));
        command.add("-XX:TieredStopAtLevel=1");
        command.add(CODE_CACHE);
        command.add("-Xmx" + environment.getOrDefault("CARELEDGER_ETL_MEMORY", "2g"));
        command.addAll(options("CARELEDGER_ETL_OPTS"));
        main(command, "etl", "careledger.etl.command.CareLedger", arguments);
        return command;
    }

    /** The service. Where its memory ends, the process ends, so that whatever supervises it starts it again. */
    List<String> service(Path data, List<String> arguments) {
        List<String> command = start(data, false);
        command.add("-XX:SharedArchiveFile=" + installation.classArchive("api"));
        command.add("-Xmx" + environment.getOrDefault("CARELEDGER_API_MEMORY", "1g"));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(options("CARELEDGER_API_OPTS"));
        main(command, "api", "careledger.api.CareLedgerApplication", arguments);
        return command;
    }

    /** The command of the api module that prints papers; fonts need no screen. */
    List<String> printing(Path data, List<String> arguments) {
        List<String> command = start(data, false);
        command.add("-Djava.awt.headless=true");
        main(command, "api", "careledger.api.PackCommand", arguments);
        return command;
    }

    /** A short command of the api module, such as {@code keys}. */
    List<String> tool(Path data, String mainClass, List<String> arguments) {
        List<String> command = start(data, false);
        command.add("-XX:TieredStopAtLevel=1");
        main(command, "api", mainClass, arguments);
        return command;
    }

    /** Starts a module once, to record the classes that it loads. */
    List<String> recordingClasses(String module, String mainClass, List<String> options, List<String> arguments) {
        List<String> command = start();
        command.add("-XX:ArchiveClassesAtExit=" + installation.classArchive(module));
        command.addAll(options);
        main(command, module, mainClass, arguments);
        return command;
    }

    /**
     * With a folder of temporary files.
     *
     * @param make whether the data folder is made where there is none
     */
    private List<String> start(Path data, boolean make) {
        List<String> command = start();
        command.addAll(new TemporaryFolder(data, owner).options(make));
        return command;
    }

    private List<String> start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK);
        return command;
    }

    private void main(List<String> command, String module, String mainClass, List<String> arguments) {
        command.add("-Dcareledger.home=" + installation.home());
        command.add("-cp");
        command.add(installation.classPath(module));
        command.add(mainClass);
        command.addAll(arguments);
    }

    List<String> options(String variable) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }
}
