package careledger.answers.observation;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.SeriesMemory;
import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one series, chosen by the same rules as {@link FilterSql} has for its columns, without a statement. Questions
 * about several series, as of a day, for the latest, for words and by alternatives are left to statements.
 */
final class SeriesFigures {
    private final ObservationFilter filter;

    private SeriesFigures(ObservationFilter filter) {
        this.filter = filter;
    }

    /** @return in the order of the serving table; empty where a statement must answer */
    static Optional<List<Observation>> of(ObservationQuery asked, Sql sql, ReleaseCatalogue catalogue)
            throws SQLException {
        ObservationFilter filter = asked.filter();
        if (asked.asOf().isPresent() || !ofColumns(filter)) {
            return Optional.empty();
        }
        boolean parts = filter.breakdowns() == BreakdownScope.PARTS;
        Optional<List<SeriesMemory.Row>> rows = catalogue
                .series()
                .rows(filter.indicators().get(0), filter.areas().get(0), parts, sql);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        SeriesFigures figures = new SeriesFigures(filter);
        List<Observation> kept = new ArrayList<>();
        for (SeriesMemory.Row row : rows.get()) {
            if (row.headline() || !filter.headlineOnly()) {
                Observation figure = ObservationReader.read(row, catalogue.attributes());
                if (figures.keep(figure)) {
                    kept.add(figure);
                }
            }
        }
        return Optional.of(kept);
    }

    private static boolean ofColumns(ObservationFilter filter) {
        return filter.ofOneSeries()
                && !filter.nothing()
                && filter.breakdowns() != BreakdownScope.ALL
                && filter.latest() == null
                && filter.words().isEmpty()
                && filter.anyOf().isEmpty()
                && filter.noneOf().isEmpty();
    }

    private boolean keep(Observation figure) {
        return in(filter.topics(), figure.topic())
                && in(filter.areaKinds(), figure.areaKind())
                && in(filter.periods(), figure.period())
                && in(filter.periodKinds(), figure.periodKind())
                && (filter.from() == null || !figure.periodEnd().isBefore(filter.from()))
                && (filter.to() == null || !figure.periodEnd().isAfter(filter.to()))
                && in(filter.reportingYears(), figure.reportingYear())
                && in(filter.valueKinds(), figure.valueKind())
                && in(filter.sources(), figure.source())
                && hasValue(figure.value())
                && hasBreakdown(figure);
    }

    private static <T> boolean in(Collection<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private boolean hasValue(@Nullable Double value) {
        Double from = filter.value().from();
        Double to = filter.value().to();
        Boolean present = filter.value().present();
        return (present == null || present == (value != null))
                && (from == null || (value != null && value >= from))
                && (to == null || (value != null && value <= to));
    }

    private boolean hasBreakdown(Observation figure) {
        List<String> dimensions = present(figure.dimension1(), figure.dimension2(), figure.dimension3());
        List<String> members = present(figure.member1(), figure.member2(), figure.member3());
        return (filter.by().isEmpty()
                        || (dimensions.size() == filter.by().size() && dimensions.containsAll(filter.by())))
                && filter.members().stream().allMatch(wanted -> {
                    int place = dimensions.indexOf(wanted.dimension());
                    return place >= 0 && wanted.members().contains(members.get(place));
                });
    }

    private static List<String> present(@Nullable String... each) {
        return Arrays.stream(each).filter(Objects::nonNull).toList();
    }
}
