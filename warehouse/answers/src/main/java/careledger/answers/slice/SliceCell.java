package careledger.answers.slice;

import careledger.answers.observation.Observation;
import careledger.schema.observation.ObsStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The content of a cell: always a text, and a number if there is one. */
public enum SliceCell {
    VALUE,
    VALUE_TEXT,
    NUMERATOR,
    DENOMINATOR,
    RAG,
    QUARTILE,
    STATUS;

    private static final int MOST_DECIMALS = 6;

    /** Null where the cell is no number. */
    @Nullable
    Double number(Observation figure) {
        return switch (this) {
            case VALUE, VALUE_TEXT -> figure.value();
            case NUMERATOR -> figure.numerator();
            case DENOMINATOR -> figure.denominator();
            case QUARTILE ->
                figure.quartile() == null ? null : figure.quartile().doubleValue();
            case RAG, STATUS -> null;
        };
    }

    /** Empty where nothing was published. */
    String text(Observation figure) {
        return switch (this) {
            case VALUE, VALUE_TEXT -> figure.valueText();
            case NUMERATOR -> plain(figure.numerator());
            case DENOMINATOR -> plain(figure.denominator());
            case QUARTILE -> figure.quartile() == null ? "" : figure.quartile().toString();
            case RAG -> figure.rag() == null ? "" : sentence(figure.rag().name());
            case STATUS -> describe(figure.status());
        };
    }

    static String sentence(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String describe(ObsStatus status) {
        return switch (status) {
            case NORMAL -> "Normal";
            case CONFIDENTIAL -> "Suppressed to protect individuals [c]";
            case LOW -> "Rounds to zero [low]";
            case UNRELIABLE -> "Too few to be reliable [u]";
            case NOT_AVAILABLE -> "Not available [x]";
            case NOT_APPLICABLE -> "Not applicable [z]";
        };
    }

    private static String plain(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.UK));
        return format.format(BigDecimal.valueOf(number).setScale(MOST_DECIMALS, RoundingMode.HALF_UP));
    }
}
