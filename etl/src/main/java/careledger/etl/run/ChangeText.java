package careledger.etl.run;

import careledger.release.store.ClaimChange;
import careledger.release.store.StatedFigure;
import java.math.BigDecimal;

/** One change from one release to another, on one line. */
public final class ChangeText {
    private ChangeText() {}

    public static String of(ClaimChange change) {
        return "%-8s %s: %s".formatted(change.kind(), change.claimId(), describe(change));
    }

    private static String describe(ClaimChange change) {
        String before = change.before().map(ChangeText::describe).orElse("nothing");
        String after = change.after().map(ChangeText::describe).orElse("nothing");
        return before.equals(after)
                ? before + " (changed: " + String.join(", ", change.columns()) + ")"
                : before + " -> " + after;
    }

    private static String describe(StatedFigure figure) {
        return "%s %s %s %s %s"
                .formatted(
                        figure.indicator(),
                        figure.area(),
                        figure.period(),
                        figure.breakdown(),
                        figure.value().map(BigDecimal::toPlainString).orElse(figure.status()));
    }
}
