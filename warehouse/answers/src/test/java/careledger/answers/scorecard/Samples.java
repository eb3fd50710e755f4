package careledger.answers.scorecard;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.answers.series.SeriesLines;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRules;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures to judge. */
final class Samples {
    /** Lines of a measure without a primary definition. */
    static final SeriesLines LINES = new SeriesLines(new IndicatorEntry(
            "measure",
            "Measure",
            "A measure.",
            new TopicEntry("topic", "Topic", 1),
            Unit.PERCENT,
            1,
            Polarity.NONE,
            null,
            MeasureKind.COHORT,
            List.of(),
            List.of(),
            List.of()));

    private Samples() {}

    /** The rule of change of a unit. */
    static ChangeRule rule(Unit unit, Polarity polarity) {
        return new ChangeRule(SteadyRules.of("measure", unit), polarity, unit, MeasureKind.COHORT, "one child");
    }

    /** Of 31 March 2020. */
    static Observation figure(String area, String name, Unit unit, Polarity polarity, @Nullable Double value) {
        return figure(area, name, "2020-03-31", unit, polarity, value, "one");
    }

    static Observation figure(
            String area,
            String name,
            String day,
            Unit unit,
            Polarity polarity,
            @Nullable Double value,
            String segment) {
        TimePeriod period = TimePeriod.parse(day);
        return new Observation(
                "claim",
                "measure",
                "Measure",
                "topic",
                unit,
                polarity,
                area,
                name,
                AreaKind.AUTHORITY,
                period.id(),
                period.label(),
                period.kind(),
                period.start(),
                period.end(),
                period.reportingYear(),
                "total",
                "Total",
                null,
                null,
                null,
                null,
                null,
                null,
                value,
                value == null ? "[x]" : FigureFormat.figure(value, unit, 2),
                null,
                null,
                null,
                null,
                value == null ? ObsStatus.NOT_AVAILABLE : ObsStatus.NORMAL,
                ValueKind.ACTUAL,
                true,
                segment,
                segment,
                false,
                null,
                null,
                null,
                null,
                null,
                "source",
                "Source",
                "table 1",
                null,
                null,
                period.end());
    }
}
