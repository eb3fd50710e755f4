package careledger.warehouse.question.observation;

import careledger.schema.observation.ValueKind;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a reader should know beside the figures. */
public final class Warnings {
    private static final int NAMED = 3;

    private final Asked asked;
    private final Sql sql;
    private final ReleaseCatalogue catalogue;

    public Warnings(Asked asked, Sql sql, ReleaseCatalogue catalogue) {
        this.asked = asked;
        this.sql = sql;
        this.catalogue = catalogue;
    }

    /** @param figures all of the question's */
    public List<Warning> of(List<Observation> figures) throws SQLException {
        if (figures.isEmpty()) {
            List<Warning> warnings = new ArrayList<>();
            warnings.add(new Warning(WarningCode.NO_ROWS, new WhyNothing(asked, sql, catalogue).inWords()));
            notShown(warnings);
            return warnings;
        }
        return of(MixedSeries.among(figures));
    }

    /** For figures that are not all in hand: a page of many. */
    List<Warning> ofMany() throws SQLException {
        return of(MixedSeries.of(asked, sql));
    }

    private List<Warning> of(MixedSeries mixed) throws SQLException {
        List<Warning> warnings = new ArrayList<>();
        if (!mixed.broken().isEmpty()) {
            warnings.add(new Warning(
                    WarningCode.MIXED_SEGMENTS,
                    count(mixed.broken().size(), "series holds", "series hold")
                            + " figures under definitions that are not comparable over time: " + titles(mixed.broken())
                            + ". Compare figures of one segment only."));
        }
        if (!mixed.reworded().isEmpty()) {
            warnings.add(new Warning(
                    WarningCode.MIXED_DEFINITIONS,
                    count(mixed.reworded().size(), "series holds", "series hold")
                            + " figures under several definitions that may be compared: " + titles(mixed.reworded())
                            + "."));
        }
        notShown(warnings);
        return warnings;
    }

    private void notShown(List<Warning> warnings) throws SQLException {
        List<ValueKind> others = Stream.of(ValueKind.PREVIOUSLY_REPORTED, ValueKind.TARGET, ValueKind.FORECAST)
                .filter(kind -> !asked.filter().valueKinds().contains(kind))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Asked hidden = asked.with(asked.filter()
                .draft()
                .valueKinds(others.toArray(ValueKind[]::new))
                .filter());
        List<String> kinds = new ObservationSql(hidden)
                .kinds()
                .rows(sql, row -> inWords(row.constant(ValueKind.class), row.whole()));
        if (!kinds.isEmpty()) {
            warnings.add(new Warning(
                    WarningCode.NOT_SHOWN,
                    "Not shown: " + String.join(", ", kinds) + ". Name their kinds in valueKinds to see them."));
        }
    }

    private static String inWords(ValueKind kind, int count) {
        return switch (kind) {
            case PREVIOUSLY_REPORTED ->
                count(count, "earlier figure", "earlier figures") + " said again by a later document (" + kind + ")";
            case TARGET -> count(count, "target", "targets") + " (" + kind + ")";
            case FORECAST -> count(count, "forecast", "forecasts") + " (" + kind + ")";
            case ACTUAL, PROVISIONAL -> count(count, "figure", "figures") + " (" + kind + ")";
        };
    }

    private String titles(List<String> indicators) {
        List<String> titles = indicators.stream()
                .distinct()
                .map(id -> catalogue.indicator(id).map(IndicatorEntry::title).orElse(id))
                .toList();
        String first = String.join("; ", titles.subList(0, Math.min(NAMED, titles.size())));
        return titles.size() > NAMED ? first + "; and " + (titles.size() - NAMED) + " more" : first;
    }

    static String count(int count, String one, String many) {
        return "%,d %s".formatted(count, count == 1 ? one : many);
    }
}
