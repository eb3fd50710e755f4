package careledger.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scripts {@code careledger} and {@code careledger.cmd} start. It builds what is not built, prepares what a
 * command needs, and then hands over to the program that does the work: a POSIX shell replaces itself by that program,
 * so that signals reach it; on Windows the launcher waits for it.
 *
 * <p>Exit codes: those of the program; 1 where the build or the first load failed; 2 for wrong usage.
 */
public final class Launcher {
    /** Says to the shell script that stdout holds a command, one argument a line, by which it replaces itself. */
    static final int REPLACE = 100;

    private final Installation installation;
    private final Map<String, String> environment;
    private final JavaProcess java;
    private final ProjectBuild build;

    Launcher(Installation installation, Map<String, String> environment, String owner) {
        this.installation = installation;
        this.environment = Map.copyOf(environment);
        this.java = new JavaProcess(installation, environment, owner);
        this.build = new ProjectBuild(installation, java, "never".equals(environment.get("CARELEDGER_BUILD")));
    }

    /**
     * Reads the system properties {@code careledger.home}, the folder of the script, and {@code careledger.shell}, the
     * process id of a shell that can replace itself, if there is one.
     */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("careledger.home", "."))
                .toAbsolutePath()
                .normalize();
        Optional<String> shell = Optional.ofNullable(System.getProperty("careledger.shell"));
        String version = Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion())
                .orElse("0.1.0");
        Launcher launcher = new Launcher(
                new Installation(home, version),
                System.getenv(),
                shell.orElse(Long.toString(ProcessHandle.current().pid())));
        try {
            Optional<List<String>> next = launcher.prepare(List.of(arguments));
            if (next.isEmpty()) {
                return;
            }
            if (shell.isPresent()) {
                System.out.print(lines(next.get()));
                System.out.flush();
                System.exit(REPLACE);
            }
            System.exit(Child.become(next.get()));
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
    }

    /** @return the command that does the work; empty where all is done */
    Optional<List<String>> prepare(List<String> arguments) {
        String name = arguments.isEmpty() ? "help" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        switch (name) {
            case "up" -> {
                if (rest.contains("-h") || rest.contains("--help")) {
                    System.out.print(usage());
                    return Optional.empty();
                }
                return Optional.of(up(UpOptions.parse(installation, rest)));
            }
            case "build" -> {
                build.bringUpToDate();
                return Optional.empty();
            }
            case "etl",
                    "catalogue",
                    "releases",
                    "rollback",
                    "diff",
                    "verify",
                    "export",
                    "doctor",
                    "prune",
                    "publish",
                    "fetch" -> {
                build.bringUpToDate();
                return Optional.of(etl(arguments));
            }
            case "pack" -> {
                build.bringUpToDate();
                return Optional.of(java.printing(data(rest), rest));
            }
            case "keys" -> {
                build.bringUpToDate();
                return Optional.of(java.tool(data(rest), "careledger.api.security.KeysCommand", rest));
            }
            case "help", "-h", "--help" -> {
                System.out.print(usage());
                return Optional.empty();
            }
            default -> throw LaunchException.usage("Unknown command '" + name + "'.\n" + usage());
        }
    }

    private List<String> etl(List<String> arguments) {
        Path data = data(arguments);
        boolean fills = arguments.get(0).equals("fetch")
                || arguments.subList(0, Math.min(2, arguments.size())).equals(List.of("etl", "run"))
                || arguments.subList(0, Math.min(2, arguments.size())).equals(List.of("etl", "check"));
        return java.etl(data, fills, arguments);
    }

    private List<String> up(UpOptions options) {
        build.bringUpToDate();
        List<String> first = options.follows() ? fetch(options) : load(options);
        if (Child.run(Path.of("").toAbsolutePath(), etl(first)) != 0) {
            if (!Files.exists(options.data().resolve("CURRENT"))) {
                throw new LaunchException(1, "careledger: there is no release to serve; the reasons are above.");
            }
            System.err.println(
                    options.follows()
                            ? "The store's release was not fetched (see above); the one that is here is served."
                            : "The extracts were not loaded (see above); the release of the last good run is served.");
        }
        List<String> settings =
                new ArrayList<>(List.of("--server.port=" + options.port(), "--careledger.data=" + options.data()));
        if (!options.area().isEmpty()) {
            settings.add("--careledger.focus-area=" + options.area());
        }
        if (options.follows()) {
            settings.add("--careledger.follow.address=" + options.from());
            settings.add("--careledger.follow.launcher=" + installation.script());
            settings.addAll(followSettings());
        } else {
            forget(options.data().resolve("following.json"));
            settings.add("--careledger.schedule.launcher=" + installation.script());
            List<String> extracts = options.extracts();
            settings.add("--careledger.schedule.extracts=" + extracts.get(0));
            for (int i = 1; i < extracts.size(); i++) {
                settings.add("--careledger.schedule.further-extracts[" + (i - 1) + "]=" + extracts.get(i));
            }
        }
        return java.service(options.data(), settings);
    }

    private List<String> followSettings() {
        List<String> settings = new ArrayList<>();
        Optional.ofNullable(environment.get("CARELEDGER_FETCH_SECONDS"))
                .ifPresent(seconds -> settings.add("--careledger.follow.every=" + seconds + "s"));
        Optional.ofNullable(environment.get("CARELEDGER_FETCH_MEMORY"))
                .ifPresent(memory -> settings.add("--careledger.follow.memory=" + memory));
        List<String> options = java.options("CARELEDGER_FETCH_OPTS");
        for (int i = 0; i < options.size(); i++) {
            settings.add("--careledger.follow.options[" + i + "]=" + options.get(i));
        }
        return settings;
    }

    private static List<String> load(UpOptions options) {
        List<String> command =
                new ArrayList<>(List.of("etl", "run", "--data", options.data().toString(), "--trigger", "start"));
        options.extracts().forEach(folder -> command.addAll(List.of("--extracts", folder)));
        return command;
    }

    private List<String> fetch(UpOptions options) {
        List<String> command = new ArrayList<>(
                List.of("fetch", options.from(), "--data", options.data().toString()));
        command.addAll(java.options("CARELEDGER_FETCH_OPTS"));
        return command;
    }

    /** A folder that followed a store before does so no longer. */
    private static void forget(Path contact) {
        try {
            Files.deleteIfExists(contact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data folder that the arguments name. */
    private Path data(List<String> arguments) {
        Path data = installation.data();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--data") && i + 1 < arguments.size()) {
                data = Path.of(arguments.get(i + 1));
            } else if (word.startsWith("--data=")) {
                data = Path.of(word.substring("--data=".length()));
            }
        }
        return data;
    }

    private static String lines(List<String> command) {
        for (String word : command) {
            if (word.contains("\n")) {
                throw LaunchException.usage("An argument contains a line break, which a command line cannot pass on: '"
                        + word.replace("\n", "\\n") + "'.");
            }
        }
        return String.join("\n", command) + "\n";
    }

    private static String usage() {
        try (InputStream text = Launcher.class.getResourceAsStream("usage.txt")) {
            if (text == null) {
                throw new IllegalStateException("usage.txt is missing from the launcher's jar.");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
