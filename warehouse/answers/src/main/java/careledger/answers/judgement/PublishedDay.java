package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a document was published, no more exactly than it prints: "3 September 2019", "November 2025, day not known". */
public final class PublishedDay {
    private PublishedDay() {}

    public static String words(Observation figure) {
        return words(figure.publishedOn(), figure.publishedOnNote());
    }

    /** @param note what of the day the document does not print; null where it prints it */
    public static String words(LocalDate day, @Nullable String note) {
        if (note != null && note.contains("day not")) {
            return FigurePeriod.MONTH.format(day) + ", day not known";
        }
        if (note != null && note.contains("date not printed")) {
            return FigurePeriod.MONTH.format(day) + ", date not printed";
        }
        return FigurePeriod.DAY.format(day);
    }
}
