package careledger.etl.command;

import careledger.release.store.Retention;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Which releases stay. */
final class RetentionOptions {
    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "The N newest releases stay, and the current one in any case.")
    private @Nullable Integer keep;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Only releases older than that go: '90d', '12w' or '36h'.")
    private @Nullable Duration olderThan;

    /** Empty where neither option is given. @throws ParameterException where the number makes no sense */
    Optional<Retention> retention(CommandSpec spec) {
        if (keep == null && olderThan == null) {
            return Optional.empty();
        }
        int newest = keep == null ? 0 : keep;
        if (newest < 0) {
            throw new ParameterException(
                    spec.commandLine(), "Found --keep " + newest + ", expected the number of releases to keep.");
        }
        return Optional.of(new Retention(newest, Optional.ofNullable(olderThan)));
    }

    /** Days, weeks or hours. */
    static final class Age implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([dwh])");

        @Override
        public Duration convert(String text) {
            Matcher age = FORM.matcher(text.strip());
            if (!age.matches()) {
                throw new TypeConversionException(
                        "Found '" + text + "', expected days, weeks or hours as in '90d', '12w' or '36h'.");
            }
            long number = Long.parseLong(age.group(1));
            return switch (age.group(2)) {
                case "w" -> Duration.ofDays(7 * number);
                case "d" -> Duration.ofDays(number);
                default -> Duration.ofHours(number);
            };
        }
    }
}
