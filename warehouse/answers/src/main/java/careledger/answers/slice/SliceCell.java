package careledger.answers.slice;

import careledger.answers.observation.Observation;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.schema.observation.ObsStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of a cell: always a text, and a number if there is one. */
public enum SliceCell {
    VALUE,
    VALUE_TEXT,
    NUMERATOR,
    DENOMINATOR,
    RAG,
    QUARTILE,
    STATUS,
    /** Among every authority, as {@link StandingGroup#AUTHORITIES}. */
    RANK(StandingGroup.AUTHORITIES),
    RANK_QUARTILE(StandingGroup.AUTHORITIES),
    PERCENTILE(StandingGroup.AUTHORITIES),
    /** Among the statistical neighbours of the newest model. */
    NEIGHBOUR_RANK(StandingGroup.NEIGHBOURS),
    NEIGHBOUR_QUARTILE(StandingGroup.NEIGHBOURS),
    NEIGHBOUR_MEDIAN(StandingGroup.NEIGHBOURS);

    private static final int MOST_DECIMALS = 6;

    private final @Nullable StandingGroup group;

    SliceCell() {
        this.group = null;
    }

    SliceCell(StandingGroup among) {
        this.group = among;
    }

    /** Whom a rank is among; empty where the cell holds what a document states. */
    Optional<StandingGroup> group() {
        return Optional.ofNullable(group);
    }

    /** Null where the figure has no rank, or no quartile or percentile. */
    @Nullable
    Double number(@Nullable Standing standing) {
        if (standing == null) {
            return null;
        }
        return switch (this) {
            case RANK, NEIGHBOUR_RANK -> (double) standing.rank();
            case RANK_QUARTILE, NEIGHBOUR_QUARTILE -> {
                Integer quartile = standing.quartile();
                yield quartile == null ? null : quartile.doubleValue();
            }
            case PERCENTILE -> standing.percentile();
            case NEIGHBOUR_MEDIAN -> standing.median();
            default -> null;
        };
    }

    /** "3 of 151", or what the number is. */
    String text(@Nullable Standing standing) {
        if (standing == null) {
            return "";
        }
        return switch (this) {
            case RANK, NEIGHBOUR_RANK -> standing.rank() + " of " + standing.ranked();
            case NEIGHBOUR_MEDIAN -> standing.medianText();
            default -> plain(number(standing));
        };
    }

    /** Null where the cell is no number. */
    @Nullable
    Double number(Observation figure) {
        return switch (this) {
            case VALUE, VALUE_TEXT -> figure.value();
            case NUMERATOR -> figure.numerator();
            case DENOMINATOR -> figure.denominator();
            case QUARTILE ->
                figure.quartile() == null ? null : figure.quartile().doubleValue();
            case RAG, STATUS, RANK, RANK_QUARTILE, PERCENTILE, NEIGHBOUR_RANK, NEIGHBOUR_QUARTILE, NEIGHBOUR_MEDIAN ->
                null;
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
            case RANK, RANK_QUARTILE, PERCENTILE, NEIGHBOUR_RANK, NEIGHBOUR_QUARTILE, NEIGHBOUR_MEDIAN -> "";
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
