package careledger.answers.observation;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.query.ResultRow;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.Rag;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.schema.star.ObservationColumn;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One published figure with its source: a row of the flat table. Its components are the columns of answers, in the order in
 * which {@link ObservationColumn} declares them.
 */
public record Observation(
        String id,
        String indicator,
        String indicatorTitle,
        String topic,
        Unit unit,
        Polarity polarity,
        String area,
        String areaName,
        AreaKind areaKind,
        String period,
        String periodLabel,
        PeriodKind periodKind,
        LocalDate periodStart,
        LocalDate periodEnd,
        int reportingYear,
        String breakdown,
        String breakdownLabel,
        @Nullable String dimension1,
        @Nullable String member1,
        @Nullable String dimension2,
        @Nullable String member2,
        @Nullable String dimension3,
        @Nullable String member3,
        @Nullable Double value,
        String valueText,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Double lower,
        @Nullable Double upper,
        ObsStatus status,
        ValueKind valueKind,
        boolean headline,
        String definition,
        String segment,
        boolean breakBefore,
        @Nullable Integer quartile,
        @Nullable Rag rag,
        @Nullable String direction,
        @Nullable String band,
        @Nullable String caveat,
        String source,
        String sourceTitle,
        String sourceLocator,
        @Nullable String sourceText,
        @Nullable String qualityNote,
        LocalDate publishedOn,
        @Nullable String publishedOnNote,
        @Nullable String periodPrinted,
        @Nullable String periodNote,
        @Nullable String qualifier,
        @Nullable Double count,
        boolean withheld,
        String claim) {

    /**
     * Reads whether it is the headline, whether a break is before it, and its facts.
     *
     * @param attributes of the release that the row is of
     */
    public static Observation read(ResultRow row, DimensionAttributes attributes) throws SQLException {
        return ObservationReader.read(row, attributes);
    }

    /** A figure of these columns; those that are left out have no value. */
    public static Observation of(Map<ObservationColumn, ?> columns) {
        return ObservationReader.of(columns);
    }

    /** This figure with other values in some columns; null is no value. */
    public Observation with(Map<ObservationColumn, ? extends @Nullable Object> changed) {
        return ObservationReader.with(this, changed);
    }

    /** The period that the figure is about. */
    public PeriodEntry periodEntry() {
        return new PeriodEntry(period, periodKind, periodLabel, periodStart, periodEnd, reportingYear);
    }

    /** The value of a figure that has one. */
    public double number() {
        if (value == null) {
            throw new IllegalStateException("claim '" + id + "' has no value");
        }
        return value;
    }
}
