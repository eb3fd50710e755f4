package careledger.release.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moment in the id of a run, {@code run-20261122T035724801Z}. Stamps of one data folder always go forward: where the
 * clock was set back, a stamp is the last one and a millisecond.
 */
final class RunStamp {
    private static final Pattern STAMPED = Pattern.compile("run-(\\d{8}T\\d{9}Z)");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private RunStamp() {}

    static String next(Collection<String> ids, Instant now) {
        Instant after = ids.stream()
                .map(RunStamp::of)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(last -> last.plusMillis(1))
                .orElse(Instant.MIN);
        return FORM.format(after.isAfter(now) ? after : now);
    }

    static String id(String stamp) {
        return "run-" + stamp;
    }

    /** Empty where the id has no stamp. */
    static Optional<Instant> of(String id) {
        Matcher stamped = STAMPED.matcher(id);
        if (!stamped.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(FORM.parse(stamped.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
