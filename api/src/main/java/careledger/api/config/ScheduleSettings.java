package careledger.api.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * When the deliveries are looked at, below {@code careledger.schedule}. Each look is an {@code etl run} in a process of
 * its own.
 *
 * @param launcher the command whose {@code etl run} is started; where it is empty, nothing is ever started
 * @param enabled false where something else looks at the deliveries
 * @param extracts folder or address of the deliveries
 * @param furtherExtracts folders of further deliveries, where the first is a folder
 * @param cron second, minute, hour, day of the month, month, day of the week
 * @param zone of the cron expression
 * @param atStart whether to look when the service starts, too
 * @param timeout longest that a run may take before it is stopped
 * @param stopping how long a run may take to end after it is stopped
 * @param memory most heap of a run, as {@code java -Xmx} reads it; empty for the launcher's own
 * @param options further options of {@code etl run}
 */
public record ScheduleSettings(
        @DefaultValue("") String launcher,
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String extracts,
        @DefaultValue List<String> furtherExtracts,
        @DefaultValue("0 */15 * * * *") String cron,
        @DefaultValue("Europe/London") String zone,
        @DefaultValue("true") boolean atStart,
        @DefaultValue("2h") Duration timeout,
        @DefaultValue("10s") Duration stopping,
        @DefaultValue("") String memory,
        @DefaultValue List<String> options,
        @DefaultValue Backoff backoff) {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

    public ScheduleSettings {
        furtherExtracts = List.copyOf(furtherExtracts);
        options = List.copyOf(options);
    }

    /** Whether anything is ever looked at. */
    public boolean on() {
        return enabled && !launcher.isEmpty();
    }

    /** The folders of the deliveries; none where they lie at an address that only a run can reach. */
    public List<Path> folders() {
        return deliveries().stream()
                .filter(place -> !ADDRESS.matcher(place).lookingAt())
                .map(Path::of)
                .toList();
    }

    /** The folders or addresses, as passed to a run. */
    public List<String> deliveries() {
        return Stream.concat(Stream.of(extracts), furtherExtracts.stream())
                .map(place -> ADDRESS.matcher(place).lookingAt()
                        ? place
                        : Path.of(place).toAbsolutePath().normalize().toString())
                .toList();
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>(backoff.problems());
        if (!on()) {
            return problems;
        }
        checkTimes(problems);
        if (extracts.isEmpty()) {
            problems.add("careledger.schedule.extracts is the folder of the deliveries");
        }
        if (!memory.isEmpty() && !memory.matches("[1-9][0-9]*[kKmMgG]?")) {
            problems.add(
                    "careledger.schedule.memory is a size as java -Xmx reads it, such as 2g; found '" + memory + "'");
        }
        if (timeout.toMillis() < 1) {
            problems.add("careledger.schedule.timeout is 1ms or longer");
        }
        if (stopping.isNegative()) {
            problems.add("careledger.schedule.stopping is 0s or longer");
        }
        return problems;
    }

    private void checkTimes(List<String> problems) {
        ZoneId place = ZoneId.of("UTC");
        try {
            place = ZoneId.of(zone);
        } catch (DateTimeException e) {
            problems.add("careledger.schedule.zone is a time zone such as Europe/London; found '" + zone + "'");
        }
        try {
            if (CronExpression.parse(cron).next(ZonedDateTime.now(place)) == null) {
                problems.add("careledger.schedule.cron '" + cron + "' never comes");
            }
        } catch (IllegalArgumentException e) {
            problems.add("careledger.schedule.cron is a cron expression of six fields that begin with seconds,"
                    + " such as '0 */15 * * * *'; found '" + cron + "'");
        }
    }

    /**
     * How long a failed run is left alone while its deliveries stay as they are: twice as long after each failure.
     *
     * @param first after the first failure
     * @param longest after any
     */
    public record Backoff(
            @DefaultValue("1m") Duration first,
            @DefaultValue("1h") Duration longest) {
        private static final int MOST_DOUBLINGS = 20;

        /** @param failures in a row, at least one */
        public Duration after(int failures) {
            Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }

        List<String> problems() {
            List<String> problems = new ArrayList<>();
            MinValue.check(problems, "schedule.backoff.first (milliseconds)", first.toMillis(), 1);
            if (longest.compareTo(first) < 0) {
                problems.add(
                        "careledger.schedule.backoff.longest is no shorter than careledger.schedule.backoff.first");
            }
            return problems;
        }
    }
}
