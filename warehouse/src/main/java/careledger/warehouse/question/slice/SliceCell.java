package careledger.warehouse.question.slice;

import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.Rag;
import careledger.warehouse.question.Cells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a table: a number where it is one, and always a text. */
public enum SliceCell {
    VALUE,
    VALUE_TEXT,
    NUMERATOR,
    DENOMINATOR,
    RAG,
    QUARTILE,
    STATUS;

    private static final int MOST_DECIMALS = 6;

    /**
     * @param number null where the cell is no number
     * @param text empty where nothing was published
     */
    record Content(@Nullable Double number, String text) {}

    /** The columns that {@link #read} reads. */
    List<String> columns() {
        return switch (this) {
            case VALUE, VALUE_TEXT -> List.of("value", "value_text");
            case NUMERATOR -> List.of("numerator");
            case DENOMINATOR -> List.of("denominator");
            case RAG -> List.of("rag");
            case QUARTILE -> List.of("quartile");
            case STATUS -> List.of();
        };
    }

    Content read(Cells row, ObsStatus status) throws SQLException {
        return switch (this) {
            case VALUE, VALUE_TEXT -> new Content(row.maybeNumber(), row.text());
            case NUMERATOR, DENOMINATOR -> number(row.maybeNumber());
            case RAG -> rag(row.maybeConstant(Rag.class));
            case QUARTILE -> quartile(row.maybeWhole());
            case STATUS -> new Content(null, inWords(status));
        };
    }

    private static Content number(@Nullable Double number) {
        return new Content(number, plain(number));
    }

    private static Content rag(@Nullable Rag rag) {
        return new Content(null, rag == null ? "" : sentence(rag.name()));
    }

    private static Content quartile(@Nullable Integer quartile) {
        return quartile == null ? new Content(null, "") : new Content(quartile.doubleValue(), quartile.toString());
    }

    static String sentence(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String inWords(ObsStatus status) {
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
