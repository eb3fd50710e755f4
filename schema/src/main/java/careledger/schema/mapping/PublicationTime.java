package careledger.schema.mapping;

import careledger.schema.period.PrintedDay;
import careledger.schema.period.TimePeriod;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When a source is published, by the clocks of London. Until then its figures are under embargo.
 *
 * @param time midnight where none is printed
 */
public record PublicationTime(LocalDate day, LocalTime time) {
    /** The time of official statistics. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    public PublicationTime {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(time, "time");
    }

    /**
     * Reads 2026-12-01 or 2026-12-01T09:30.
     *
     * @throws IllegalArgumentException where it is neither
     */
    static PublicationTime parse(String text) {
        int split = text.indexOf('T');
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            throw new IllegalArgumentException("expected a day such as 2026-12-01, or with the time in London"
                    + " 2026-12-01T09:30."
                    + PrintedDay.parse(text)
                            .map(day -> " Write it " + day + ".")
                            .orElse(""));
        }
        if (split < 0) {
            return new PublicationTime(TimePeriod.day(text), LocalTime.MIDNIGHT);
        }
        String time = text.substring(split + 1);
        if (!time.matches("\\d{2}:\\d{2}")) {
            throw wrongTime(text);
        }
        try {
            return new PublicationTime(TimePeriod.day(text.substring(0, split)), LocalTime.parse(time));
        } catch (DateTimeException e) {
            throw wrongTime(text);
        }
    }

    /** The moment; one that the clocks skip in spring is an hour later. */
    public Instant moment() {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    /** As it is written in a mapping. */
    @Override
    public String toString() {
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : day + "T" + time;
    }

    private static IllegalArgumentException wrongTime(String text) {
        return new IllegalArgumentException("'" + text
                + "' has no time of day; expected a day such as 2026-12-01, or with the time in London"
                + " 2026-12-01T09:30");
    }
}
