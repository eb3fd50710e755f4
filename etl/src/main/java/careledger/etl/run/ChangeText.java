package careledger.etl.run;

import careledger.warehouse.release.ClaimChange;
import careledger.warehouse.release.StatedFigure;
import java.math.BigDecimal;

/** One change from one release to another, on one line. */
public final class ChangeText {
    private ChangeText() {}

    public static String of(ClaimChange change) {
        return "%-8s %s: %s".formatted(change.kind(), change.claimId(), words(change));
    }

    private static String words(ClaimChange change) {
        String before = change.before().map(ChangeText::words).orElse("nothing");
        String after = change.after().map(ChangeText::words).orElse("nothing");
        return before.equals(after)
                ? before + " (changed: " + String.join(", ", change.columns()) + ")"
                : before + " -> " + after;
    }

    private static String words(StatedFigure figure) {
        return "%s %s %s %s %s"
                .formatted(
                        figure.indicator(),
                        figure.area(),
                        figure.period(),
                        figure.breakdown(),
                        figure.value().map(BigDecimal::toPlainString).orElse(figure.status()));
    }
}
