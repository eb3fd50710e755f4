package careledger.answers.observation;

import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Series with figures under more than one definition. Grain of both lists: one series, named by its indicator, in order.
 *
 * @param broken in several segments: their figures are not comparable
 * @param reworded in one segment all the same
 */
record MixedSeries(List<String> broken, List<String> reworded) {
    MixedSeries {
        broken = List.copyOf(broken);
        reworded = List.copyOf(reworded);
    }

    /** Runs the query. */
    static MixedSeries of(ObservationQuery asked, Sql sql) throws SQLException {
        Sorting sorting = new Sorting();
        new ObservationSql(asked).mixedSeries().rows(sql, row -> {
            String indicator = row.text();
            sorting.add(indicator, row.whole());
            return indicator;
        });
        return sorting.sorted();
    }

    /** Looks at figures in hand. */
    static MixedSeries among(List<Observation> figures) {
        Map<Series, Words> words = new HashMap<>();
        for (Observation figure : figures) {
            words.computeIfAbsent(Series.of(figure), series -> new Words()).add(figure);
        }
        Sorting sorting = new Sorting();
        words.entrySet().stream()
                .filter(entry -> entry.getValue().definitions.size() > 1)
                .sorted(Map.Entry.comparingByKey(Series.ORDER))
                .forEach(entry -> sorting.add(
                        entry.getKey().indicator(), entry.getValue().segments.size()));
        return sorting.sorted();
    }

    private record Series(String indicator, String area, String breakdown) {
        static final Comparator<Series> ORDER = Comparator.comparing(Series::indicator)
                .thenComparing(Series::area)
                .thenComparing(Series::breakdown);

        static Series of(Observation figure) {
            return new Series(figure.indicator(), figure.area(), figure.breakdown());
        }
    }

    private static final class Words {
        private final Set<String> definitions = new HashSet<>();
        private final Set<String> segments = new HashSet<>();

        void add(Observation figure) {
            definitions.add(figure.definition());
            segments.add(figure.segment());
        }
    }

    private static final class Sorting {
        private final List<String> broken = new ArrayList<>();
        private final List<String> reworded = new ArrayList<>();

        void add(String indicator, int segments) {
            (segments > 1 ? broken : reworded).add(indicator);
        }

        MixedSeries sorted() {
            return new MixedSeries(broken, reworded);
        }
    }
}
