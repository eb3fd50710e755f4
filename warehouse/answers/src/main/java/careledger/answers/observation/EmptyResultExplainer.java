package careledger.answers.observation;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.query.Sql;
import careledger.schema.observation.ValueKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/**
 * Why a question finds nothing: each criterion is left out in turn, and where figures appear, what there is instead is
 * said.
 */
public final class EmptyResultExplainer {
    private static final int NAMED = 5;

    private final ObservationQuery asked;
    private final Sql sql;
    private final ReleaseCatalogue catalogue;

    public EmptyResultExplainer(ObservationQuery asked, Sql sql, ReleaseCatalogue catalogue) {
        this.asked = asked;
        this.sql = sql;
        this.catalogue = catalogue;
    }

    public String describe() throws SQLException {
        List<String> reasons = new ArrayList<>();
        periods().ifPresent(reasons::add);
        areas().ifPresent(reasons::add);
        breakdowns().ifPresent(reasons::add);
        valueKinds().ifPresent(reasons::add);
        sources().ifPresent(reasons::add);
        outranked().ifPresent(reasons::add);
        published().ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add(atAll());
        }
        return "No figures. " + String.join(" ", reasons);
    }

    private Optional<String> periods() throws SQLException {
        return extent(draft -> draft.periods()
                        .periodKinds()
                        .ending(null, null)
                        .reportingYears()
                        .latest(null))
                .map(there -> "There are figures from " + there.first() + " to " + there.last()
                        + ", none in the periods asked for.");
    }

    private Optional<String> areas() throws SQLException {
        return named(draft -> draft.areas().areaKinds(), ObservationTable.AREA_ID, id -> catalogue
                        .area(id)
                        .map(AreaEntry::name)
                        .map(name -> name + " (" + id + ")")
                        .orElse(id))
                .map(names -> "There are figures for other areas: " + names + ".");
    }

    private Optional<String> breakdowns() throws SQLException {
        return named(
                        draft -> draft.by().members().breakdowns(BreakdownScope.ALL),
                        ObservationTable.BREAKDOWN_ID,
                        UnaryOperator.identity())
                .map(names -> "There are figures with other breakdowns: " + names + ".");
    }

    private Optional<String> valueKinds() throws SQLException {
        return named(
                        draft -> draft.valueKinds(ValueKind.values()),
                        ObservationTable.VALUE_KIND,
                        UnaryOperator.identity())
                .map(names -> "There are figures of other kinds: " + names + ".");
    }

    private Optional<String> sources() throws SQLException {
        return named(FilterDraft::sources, ObservationTable.SOURCE_ID, id -> catalogue
                        .source(id)
                        .map(SourceEntry::title)
                        .map(title -> title + " (" + id + ")")
                        .orElse(id))
                .map(names -> "There are figures from other sources: " + names + ".");
    }

    private Optional<String> outranked() throws SQLException {
        return asked.filter().headlineOnly()
                ? extent(draft -> draft.headlineOnly(false))
                        .map(there -> Warnings.count(there.count(), "figure is", "figures are")
                                + " outranked by others; headlineOnly: false shows them.")
                : Optional.empty();
    }

    private Optional<String> published() throws SQLException {
        if (asked.asOf().isEmpty()) {
            return Optional.empty();
        }
        Extent there = extent(
                new ObservationQuery(asked.filter().draft().headlineOnly(false).filter(), Optional.empty()));
        return there.count() == 0
                ? Optional.empty()
                : Optional.of("The first of them was published on "
                        + there.published().map(LocalDate::toString).orElse("an unknown day") + ", after "
                        + asked.asOf().get() + ".");
    }

    private String atAll() throws SQLException {
        String[] indicators = asked.filter().indicators().toArray(String[]::new);
        String[] topics = asked.filter().topics().toArray(String[]::new);
        ObservationFilter wide = new FilterDraft()
                .indicators(indicators)
                .topics(topics)
                .breakdowns(BreakdownScope.ALL)
                .valueKinds(ValueKind.values())
                .headlineOnly(false)
                .filter();
        Extent there = extent(new ObservationQuery(wide, Optional.empty()));
        return there.count() == 0
                ? "This release holds no figure of what was asked about, for any area or period."
                : "What was asked about has " + Warnings.count(there.count(), "figure", "figures") + ", from "
                        + there.first() + " to " + there.last() + ", but several criteria leave none of them.";
    }

    private Optional<Extent> extent(UnaryOperator<FilterDraft> wider) throws SQLException {
        ObservationFilter filter = wider.apply(asked.filter().draft()).filter();
        if (filter.equals(asked.filter())) {
            return Optional.empty();
        }
        return Optional.of(extent(asked.with(filter))).filter(there -> there.count() > 0);
    }

    private Extent extent(ObservationQuery question) throws SQLException {
        return new ObservationSql(question)
                .extent()
                .row(
                        sql,
                        row -> new Extent(
                                row.whole(),
                                String.valueOf(row.textOrNull()),
                                String.valueOf(row.textOrNull()),
                                Optional.ofNullable(row.dateOrNull())));
    }

    private Optional<String> named(UnaryOperator<FilterDraft> wider, Field<String> column, UnaryOperator<String> name)
            throws SQLException {
        ObservationFilter filter = wider.apply(asked.filter().draft()).filter();
        if (filter.equals(asked.filter())) {
            return Optional.empty();
        }
        List<String> names =
                new ObservationSql(asked.with(filter)).valuesOf(column).rows(sql, row -> name.apply(row.text()));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String first = String.join("; ", names.subList(0, Math.min(NAMED, names.size())));
        return Optional.of(names.size() > NAMED ? first + "; and " + (names.size() - NAMED) + " more" : first);
    }

    private record Extent(int count, String first, String last, Optional<LocalDate> published) {}
}
