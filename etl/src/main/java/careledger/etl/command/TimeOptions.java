package careledger.etl.command;

import careledger.etl.run.TimeLimit;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long a run may take, however it was started. */
final class TimeOptions {
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Time.class,
            defaultValue = "2h",
            description = "Stop a run that takes longer, such as '90s', '30m' or '2h' (default: 2h).")
    private Duration timeout = Duration.ofHours(2);

    /** Starts now. What does not end when it is interrupted ends with the process, a minute later. */
    TimeLimit start(CommandSpec spec) {
        return new TimeLimit(timeout, GRACE, () -> {
            spec.commandLine()
                    .getErr()
                    .println("careledger: The run did not end " + GRACE.toSeconds()
                            + " seconds after its time was over, so its process was ended. The next run cleans up.");
            spec.commandLine().getErr().flush();
            Runtime.getRuntime().halt(CareLedger.FAILED);
        });
    }

    /** Hours, minutes or seconds. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([hms])");

        @Override
        public Duration convert(String text) {
            Matcher time = FORM.matcher(text.strip());
            if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
                throw new TypeConversionException(
                        "Found '" + text + "', expected hours, minutes or seconds as in '2h', '30m' or '90s'.");
            }
            long number = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "h" -> Duration.ofHours(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofSeconds(number);
            };
        }
    }
}
