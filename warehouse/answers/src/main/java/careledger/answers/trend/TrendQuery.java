package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.TargetDate;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One indicator over time. It is checked before: {@link TrendCheck}.
 *
 * @param areas lines in this order; targets and comparators are of the first
 * @param breakdown members wanted in exactly these dimensions; none for totals, or for parts where there are no totals
 * @param from first last day of a period, included
 * @param to last last day of a period, included
 * @param kind kind of period; by default {@link TrendLines#usualKind}
 * @param targetDate which figure a target is compared with
 */
public record TrendQuery(
        String indicator,
        List<String> areas,
        List<MemberFilter> breakdown,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable PeriodKind kind,
        Optional<LocalDate> asOf,
        TargetDate targetDate) {
    public TrendQuery(
            String indicator,
            List<String> areas,
            List<MemberFilter> breakdown,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodKind kind,
            Optional<LocalDate> asOf) {
        this(indicator, areas, breakdown, from, to, kind, asOf, TargetDate.OWN_PERIOD);
    }

    public TrendQuery {
        areas = areas.stream().distinct().toList();
        breakdown = MemberFilter.canonical(breakdown);
    }

    public Trend answer(Sql sql, ReleaseCatalogue catalogue, QueryLimits limits, String version) throws SQLException {
        IndicatorEntry entry = catalogue.indicator(indicator).orElseThrow();
        NeighbourComparisons neighbours = NeighbourComparisons.of(entry, areas.get(0), asOf, sql);
        List<Observation> claims = claims(sql, neighbours, catalogue, limits);
        if (breakdown.isEmpty() && of(areas.subList(0, 1), claims).stream().noneMatch(this::isPoint)) {
            Optional<PartsOnly.Found> parts = new PartsOnly(this, sql, catalogue).find();
            if (parts.isPresent()) {
                Trend trend = parts.get().query().answer(sql, catalogue, limits, version);
                return new PartsAnswer(trend, parts.get(), this, catalogue).answer();
            }
        }
        return new TrendAnswer(
                        this,
                        entry,
                        neighbours,
                        claims,
                        Targets.of(entry, of(areas.subList(0, 1), claims), this, sql, catalogue),
                        RelatedSeries.of(entry, this, sql, catalogue, limits),
                        catalogue)
                .trend(sql, version);
    }

    private boolean isPoint(Observation claim) {
        return TrendLines.isPoint(claim) && (kind == null || claim.periodKind() == kind);
    }

    /** The same query for parts. */
    TrendQuery broken(List<MemberFilter> members) {
        return new TrendQuery(indicator, areas, members, from, to, kind, asOf, targetDate);
    }

    /** The day as of which it is answered. */
    LocalDate day() {
        return asOf.orElseGet(LocalDate::now);
    }

    /** The same figures as rows: what {@code observations} is asked to get the points of the lines. */
    ObservationQuery points(PeriodKind ofKind) {
        return new ObservationQuery(filter(areas).periodKinds(ofKind).filter(), asOf);
    }

    /** What {@code observations} is asked to get the points of the first area. */
    ObservationQuery firstArea() {
        FilterDraft filter = filter(areas.subList(0, 1));
        return new ObservationQuery((kind == null ? filter : filter.periodKinds(kind)).filter(), asOf);
    }

    /** The same question about other indicators, for the first area. */
    ObservationQuery pointsOf(List<String> indicators) {
        return new ObservationQuery(firstAreaOf(indicators).filter(), asOf);
    }

    /** Targets of other indicators, for the first area. */
    ObservationQuery targetsOf(List<String> indicators) {
        return new ObservationQuery(
                firstAreaOf(indicators).valueKinds(ValueKind.TARGET).filter(), asOf);
    }

    static List<Observation> of(List<String> areas, List<Observation> claims) {
        return claims.stream().filter(claim -> areas.contains(claim.area())).toList();
    }

    /** Every known claim of the areas, of their neighbours and of printed averages of neighbours. */
    private List<Observation> claims(
            Sql sql, NeighbourComparisons neighbours, ReleaseCatalogue catalogue, QueryLimits limits)
            throws SQLException {
        List<String> all = Stream.of(areas.stream(), neighbours.all().stream(), groups(catalogue), around(catalogue))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
        int most = limits.sliceCells();
        ObservationQuery every = new ObservationQuery(
                filter(all).valueKinds(ValueKind.values()).headlineOnly(false).filter(), asOf);
        List<Observation> claims = new FigureQuery(every, most + 1).answer(sql, catalogue.attributes());
        if (claims.size() > most) {
            throw new InvalidQueryException(
                    InvalidArgument.limit(ArgumentPath.of("trend"), QueryLimits.SLICE_CELLS, most, claims.size()));
        }
        return claims;
    }

    /** The regions and countries that the first area lies in. */
    private Stream<String> around(ReleaseCatalogue catalogue) {
        return Stream.iterate(
                        catalogue.area(areas.get(0)).flatMap(area -> parent(area, catalogue)),
                        Optional::isPresent,
                        area -> area.flatMap(known -> parent(known, catalogue)))
                .flatMap(Optional::stream)
                .map(AreaEntry::id);
    }

    private static Optional<AreaEntry> parent(AreaEntry area, ReleaseCatalogue catalogue) {
        return Optional.ofNullable(area.parentId()).flatMap(catalogue::area);
    }

    private static Stream<String> groups(ReleaseCatalogue catalogue) {
        return catalogue.areas().stream()
                .filter(area -> area.kind() == AreaKind.NEIGHBOUR_GROUP)
                .map(AreaEntry::id);
    }

    private FilterDraft firstAreaOf(List<String> indicators) {
        return filter(areas.subList(0, 1)).indicators(indicators.toArray(String[]::new));
    }

    private FilterDraft filter(List<String> where) {
        return new FilterDraft()
                .indicators(indicator)
                .areas(where.toArray(String[]::new))
                .by(breakdown.stream().map(MemberFilter::dimension).distinct().toArray(String[]::new))
                .members(breakdown.toArray(MemberFilter[]::new))
                .ending(from, to);
    }
}
