package careledger.answers.observation;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.catalogue.DimensionAttributes.OfArea;
import careledger.answers.catalogue.DimensionAttributes.OfBreakdown;
import careledger.answers.catalogue.DimensionAttributes.OfFigure;
import careledger.answers.catalogue.DimensionAttributes.OfIndicator;
import careledger.answers.catalogue.DimensionAttributes.OfSource;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.query.JsonRow;
import careledger.answers.query.ResultRow;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.Rag;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
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

    /**
     * Reads whether it is the headline, whether a break is before it, and its facts.
     *
     * @param attributes of the release that the row is of
     */
    public static Observation read(ResultRow row, DimensionAttributes attributes) throws SQLException {
        boolean headline = row.flag();
        boolean breakBefore = row.flag();
        JsonRow facts = row.packed();
        OfFigure of = attributes.of(facts);
        OfIndicator indicator = of.indicator();
        OfArea area = of.area();
        PeriodEntry period = of.period();
        OfBreakdown breakdown = of.breakdown();
        OfSource source = of.source();
        Observation figure = new Observation(
                of.id(),
                indicator.id(),
                indicator.title(),
                indicator.topic(),
                indicator.unit(),
                indicator.polarity(),
                area.id(),
                area.name(),
                area.kind(),
                period.id(),
                period.label(),
                period.kind(),
                period.start(),
                period.end(),
                period.reportingYear(),
                breakdown.id(),
                breakdown.label(),
                breakdown.dimension1(),
                breakdown.member1(),
                breakdown.dimension2(),
                breakdown.member2(),
                breakdown.dimension3(),
                breakdown.member3(),
                facts.numberOrNull(),
                facts.text(),
                facts.numberOrNull(),
                facts.numberOrNull(),
                facts.numberOrNull(),
                facts.numberOrNull(),
                facts.constant(ObsStatus.class),
                facts.constant(ValueKind.class),
                headline,
                facts.text(),
                facts.text(),
                breakBefore,
                facts.intOrNull(),
                facts.constantOrNull(Rag.class),
                facts.textOrNull(),
                facts.textOrNull(),
                facts.textOrNull(),
                source.id(),
                source.title(),
                facts.text(),
                facts.textOrNull(),
                facts.textOrNull(),
                source.publishedOn());
        facts.end();
        return figure;
    }

    /** The value of a figure that has one. */
    public double number() {
        if (value == null) {
            throw new IllegalStateException("claim '" + id + "' has no value");
        }
        return value;
    }
}
