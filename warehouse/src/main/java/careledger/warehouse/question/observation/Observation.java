package careledger.warehouse.question.observation;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.Rag;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.Cells;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One published figure with its source: a row of the flat table, fields as the contract names them. */
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
        LocalDate publishedOn) {

    /** Reads the columns of {@link ObservationTable#ROW}. */
    public static Observation read(Cells row) throws SQLException {
        return new Observation(
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.constant(Unit.class),
                row.constant(Polarity.class),
                row.text(),
                row.text(),
                row.constant(AreaKind.class),
                row.text(),
                row.text(),
                row.constant(PeriodKind.class),
                row.day(),
                row.day(),
                row.whole(),
                row.text(),
                row.text(),
                row.maybeText(),
                row.maybeText(),
                row.maybeText(),
                row.maybeText(),
                row.maybeText(),
                row.maybeText(),
                row.maybeNumber(),
                row.text(),
                row.maybeNumber(),
                row.maybeNumber(),
                row.maybeNumber(),
                row.maybeNumber(),
                row.constant(ObsStatus.class),
                row.constant(ValueKind.class),
                row.flag(),
                row.text(),
                row.text(),
                row.flag(),
                row.maybeWhole(),
                row.maybeConstant(Rag.class),
                row.maybeText(),
                row.maybeText(),
                row.maybeText(),
                row.text(),
                row.text(),
                row.text(),
                row.maybeText(),
                row.maybeText(),
                row.day());
    }

    /** The value of a figure that has one. */
    public double number() {
        if (value == null) {
            throw new IllegalStateException("claim '" + id + "' has no value");
        }
        return value;
    }
}
