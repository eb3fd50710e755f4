package careledger.api.security;

import careledger.release.file.ScratchFolder;
import careledger.release.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code careledger keys}. Exit codes: 0 done, 1 failed, 2 wrong usage. Results go to stdout, so that {@code add} can be
 * kept in a variable; all else goes to stderr.
 */
@Command(
        name = "keys",
        description = "Gives out keys to the service, lists them, takes them back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
    private static final int FAILED = 1;

    private KeysCommand() {}

    public static void main(String[] arguments) {
        ScratchFolder.claimOwn();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line without leaving the process: {@code commandLine().execute(...)} gives the exit code. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new KeysCommand());
        commandLine.setCommandName("careledger keys");
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println("careledger: " + failure.getMessage());
            return FAILED;
        });
        return commandLine;
    }

    @Command(name = "add", description = "Makes a key and shows it, this once.", mixinStandardHelpOptions = true)
    void add(
            @Mixin KeyOptions options,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "Who or what it is for, as in 'Power BI, finance'.")
                    String name,
            @Option(
                            names = "--role",
                            defaultValue = "reader",
                            paramLabel = "ROLE",
                            description = "reader, officer or engineer (default: ${DEFAULT-VALUE}).")
                    Role role,
            @Option(names = "--expires", paramLabel = "DATE", description = "Last day on which it is taken, in UTC.")
                    @Nullable
                    LocalDate expires) {
        CommandLine line = options.line();
        if (expires != null && expires.isBefore(LocalDate.now(ZoneOffset.UTC))) {
            throw new ParameterException(line, "--expires " + expires + " has passed; expected a day to come.");
        }
        Keys.Given given;
        try {
            given = options.keys().add(name, role, Optional.ofNullable(expires));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
        if (options.json()) {
            options.print(
                    Json.pretty(new Shown(Listed.of(given.key()), given.secret().text())));
        } else {
            options.print(given.secret().text() + "\n");
            line.getErr()
                    .println("This is " + given.key().id() + " for '" + name + "', a key to " + options.data()
                            + ". It is shown this once.");
        }
    }

    @Command(name = "list", description = "Lists the keys, oldest first.", mixinStandardHelpOptions = true)
    void list(@Mixin KeyOptions options) {
        List<Listed> keys = options.keys().all().stream().map(Listed::of).toList();
        if (options.json()) {
            options.print(Json.pretty(keys));
        } else if (keys.isEmpty()) {
            options.print("There are no keys in " + options.data() + " yet.\n");
        } else {
            keys.forEach(key -> options.print(key.line() + "\n"));
        }
    }

    @Command(name = "revoke", description = "Takes a key back for good.", mixinStandardHelpOptions = true)
    void revoke(
            @Mixin KeyOptions options,
            @Parameters(paramLabel = "ID", description = "Id of the key, as 'keys list' shows it.") String id) {
        Listed key = Listed.of(options.keys().revoke(id));
        options.print(options.json() ? Json.pretty(key) : "Revoked: " + key.line() + "\n");
    }

    /** A key and its text, as it is shown once. */
    private record Shown(Listed key, String secret) {}

    /** A key as lists show it. */
    private record Listed(
            String id, String name, String role, String state, Instant created, Optional<LocalDate> expires) {
        static Listed of(ApiKey key) {
            String role = key.role().name().toLowerCase(Locale.ROOT);
            return new Listed(key.id(), key.name(), role, key.state(Instant.now()), key.created(), key.expires());
        }

        String line() {
            String end = expires.map(day -> "  until " + day).orElse("");
            return "%s  %-8s  %-7s  %s%s  %s".formatted(id, role, state, created, end, name);
        }
    }
}
