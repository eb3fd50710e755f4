package careledger.api.notice;

import careledger.answers.observation.Observation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A notice on the figures of an indicator.
 *
 * @param area code of the area that it is about; null where it is about every area
 * @param period id of the period that it is about; null where it is about every period
 * @param figure permanent id of the one figure that it is about; null where it is about every figure of these
 * @param text what is wrong, or what is being checked
 * @param since the day from which it holds
 */
public record Notice(
        NoticeKind kind,
        String indicator,
        @Nullable String area,
        @Nullable String period,
        @Nullable String figure,
        String text,
        LocalDate since) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** What it says, with the day from which it holds. */
    public String sentence() {
        String about = period == null ? "" : " (" + period + ")";
        return kind.title() + about + ", " + DAY.format(since) + ": " + text;
    }

    /** Whether it is about some figures of an indicator for an area. */
    public boolean concerns(String otherIndicator, String otherArea) {
        return indicator.equals(otherIndicator) && (area == null || area.equals(otherArea));
    }

    boolean concerns(Observation figure) {
        return concerns(figure.indicator(), figure.area())
                && (period == null || period.equals(figure.period()))
                && (this.figure == null || this.figure.equals(figure.claim()));
    }
}
