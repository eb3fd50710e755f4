package careledger.answers.observation;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a reader should know beside the figures. */
public final class Warnings {
    private static final int NAMED = 3;

    private final ObservationQuery asked;
    private final Sql sql;
    private final ReleaseCatalogue catalogue;

    public Warnings(ObservationQuery asked, Sql sql, ReleaseCatalogue catalogue) {
        this.asked = asked;
        this.sql = sql;
        this.catalogue = catalogue;
    }

    /** @param figures all of the question's */
    public List<Warning> of(List<Observation> figures, OmittedFigures notShown) throws SQLException {
        return figures.isEmpty()
                ? withNotShown(
                        List.of(new Warning(
                                WarningCode.NO_ROWS, new EmptyResultExplainer(asked, sql, catalogue).describe())),
                        notShown)
                : of(MixedSeries.among(figures), notShown);
    }

    /** @param figures all of the question's */
    List<Warning> of(List<Observation> figures) throws SQLException {
        return of(figures, OmittedFigures.beside(asked, sql));
    }

    /** For figures that are not all in hand: a page of many. */
    List<Warning> ofMany() throws SQLException {
        return of(MixedSeries.of(asked, sql), OmittedFigures.beside(asked, sql));
    }

    private List<Warning> of(MixedSeries mixed, OmittedFigures notShown) {
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
        return withNotShown(warnings, notShown);
    }

    private static List<Warning> withNotShown(List<Warning> warnings, OmittedFigures notShown) {
        return Stream.concat(warnings.stream(), notShown.warning().stream()).toList();
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
