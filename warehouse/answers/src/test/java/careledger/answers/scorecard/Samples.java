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
import careledger.schema.star.ObservationColumn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures to judge. */
public final class Samples {
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
        return new ChangeRule(
                SteadyRules.of("measure", unit), polarity, unit, MeasureKind.COHORT, "one child", unit == Unit.COUNT);
    }

    /** Of 31 March 2020. */
    static Observation figure(String area, String name, Unit unit, Polarity polarity, @Nullable Double value) {
        return figure(area, name, "2020-03-31", unit, polarity, value, "one");
    }

    public static Observation figure(
            String area,
            String name,
            String day,
            Unit unit,
            Polarity polarity,
            @Nullable Double value,
            String segment) {
        TimePeriod period = TimePeriod.parse(day);
        Map<ObservationColumn, Object> columns = new EnumMap<>(ObservationColumn.class);
        columns.put(ObservationColumn.ID, "claim");
        columns.put(ObservationColumn.INDICATOR, "measure");
        columns.put(ObservationColumn.INDICATOR_TITLE, "Measure");
        columns.put(ObservationColumn.TOPIC, "topic");
        columns.put(ObservationColumn.UNIT, unit);
        columns.put(ObservationColumn.POLARITY, polarity);
        columns.put(ObservationColumn.AREA, area);
        columns.put(ObservationColumn.AREA_NAME, name);
        columns.put(ObservationColumn.AREA_KIND, AreaKind.AUTHORITY);
        columns.put(ObservationColumn.PERIOD, period.id());
        columns.put(ObservationColumn.PERIOD_LABEL, period.label());
        columns.put(ObservationColumn.PERIOD_KIND, period.kind());
        columns.put(ObservationColumn.PERIOD_START, period.start());
        columns.put(ObservationColumn.PERIOD_END, period.end());
        columns.put(ObservationColumn.REPORTING_YEAR, period.reportingYear());
        columns.put(ObservationColumn.BREAKDOWN, "total");
        columns.put(ObservationColumn.BREAKDOWN_LABEL, "Total");
        if (value != null) {
            columns.put(ObservationColumn.VALUE, value);
        }
        columns.put(ObservationColumn.VALUE_TEXT, value == null ? "[x]" : FigureFormat.figure(value, unit, 2));
        columns.put(ObservationColumn.STATUS, value == null ? ObsStatus.NOT_AVAILABLE : ObsStatus.NORMAL);
        columns.put(ObservationColumn.VALUE_KIND, ValueKind.ACTUAL);
        columns.put(ObservationColumn.HEADLINE, true);
        columns.put(ObservationColumn.DEFINITION, segment);
        columns.put(ObservationColumn.SEGMENT, segment);
        columns.put(ObservationColumn.BREAK_BEFORE, false);
        columns.put(ObservationColumn.SOURCE, "source");
        columns.put(ObservationColumn.SOURCE_TITLE, "Source");
        columns.put(ObservationColumn.SOURCE_LOCATOR, "table 1");
        columns.put(ObservationColumn.PUBLISHED_ON, period.end());
        columns.put(ObservationColumn.WITHHELD, false);
        return Observation.of(columns);
    }
}
