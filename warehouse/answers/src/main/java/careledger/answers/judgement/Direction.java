package careledger.answers.judgement;

import careledger.schema.catalogue.Polarity;
import java.util.Locale;

/** Which way a figure went. BETTER and WORSE only where the indicator says which way is good. */
public enum Direction {
    BETTER,
    WORSE,
    HIGHER,
    LOWER,
    STEADY,
    NOT_COMPARABLE,
    NO_DATA;

    /** In the middle of a sentence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a figure above or below another is called. */
    static Direction of(Polarity polarity, boolean higher) {
        return switch (polarity) {
            case NONE -> higher ? HIGHER : LOWER;
            case HIGH_IS_GOOD -> higher ? BETTER : WORSE;
            case LOW_IS_GOOD -> higher ? WORSE : BETTER;
        };
    }
}
