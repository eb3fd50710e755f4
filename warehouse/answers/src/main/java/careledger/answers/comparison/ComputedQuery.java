package careledger.answers.comparison;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.Sql;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.comparison.Comparisons;
import careledger.schema.comparison.ComparisonsReader;
import careledger.schema.comparison.Ratio;
import careledger.schema.comparison.WholePopulation;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be worked out from the lines of a trend. Decision 25 has the rules; {@link Computable} says which figures enter.
 *
 * @param kinds what is wanted
 * @param asOf answer with what had been published by that day
 */
public record ComputedQuery(Trend trend, Set<ComputedKind> kinds, Optional<LocalDate> asOf) {
    /** More than the claims of any indicator for a few areas. */
    private static final int MOST = 100_000;

    private static final Set<ComputedKind> GAPS =
            EnumSet.of(ComputedKind.GAP_TO_COUNTRY, ComputedKind.GAP_TO_REGION, ComputedKind.GAP_TO_ALL_CHILDREN);

    public ComputedQuery {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(ComputedKind.class) : EnumSet.copyOf(kinds);
    }

    public ComputedFigures answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        return new Answer(
                        this,
                        trend.indicator(),
                        ComparisonsReader.builtIn(),
                        new Reading(sql, catalogue, asOf),
                        catalogue)
                .of();
    }

    /** Exact figures that are read beside those of the trend. */
    private record Reading(Sql sql, ReleaseCatalogue catalogue, Optional<LocalDate> asOf) {
        List<Observation> read(FilterDraft draft) throws SQLException {
            return new FigureQuery(new ObservationQuery(draft.filter(), asOf), MOST, false)
                    .answer(sql, catalogue.attributes()).stream()
                            .filter(Computable::is)
                            .toList();
        }
    }

    /** The figures of a line that enter calculations, and the line. */
    private record Line(AreaEntry area, List<Observation> points) {}

    private record Answer(
            ComputedQuery query,
            IndicatorEntry indicator,
            Comparisons rules,
            Reading reading,
            ReleaseCatalogue catalogue) {
        ComputedFigures of() throws SQLException {
            List<Line> lines = query.trend().lines().stream().map(Answer::line).toList();
            List<Observation> all =
                    lines.stream().flatMap(line -> line.points().stream()).toList();
            List<Observation> places = places(lines);
            List<Observation> partners = partners(lines);
            List<Observation> prices = wants(ComputedKind.REAL_TERMS)
                    ? reading.read(
                            new FilterDraft().indicators(rules.deflator()).areaKinds(AreaKind.COUNTRY))
                    : List.of();
            RealTerms real = new RealTerms(prices);
            Quotients quotients = new Quotients(indicator, rules, partners, catalogue);
            List<ComputedFigure> rows = new ArrayList<>();
            Set<String> notes = new LinkedHashSet<>();
            for (Line line : lines) {
                List<Observation> points = line.points();
                gaps(line, places, partners, rows);
                if (wants(ComputedKind.THREE_YEAR_MEAN)) {
                    ThreeYearMeans means = new ThreeYearMeans(indicator, catalogue);
                    List<ComputedFigure> found = means.of(points);
                    rows.addAll(found);
                    means.note(points, found).ifPresent(notes::add);
                }
                if (wants(ComputedKind.INDEX)) {
                    Indices indices = new Indices(indicator, catalogue);
                    List<ComputedFigure> found = indices.of(points);
                    rows.addAll(found);
                    indices.note(points, found).ifPresent(notes::add);
                }
                new LongestRuns(indicator, catalogue)
                        .of(points).stream().filter(run -> wants(run.kind())).forEach(rows::add);
                for (ComputedKind kind : List.of(ComputedKind.SHARE, ComputedKind.RATE)) {
                    if (wants(kind)) {
                        rows.addAll(quotients.of(kind, points));
                    }
                }
                costs(points, partners, quotients, real, rows);
            }
            notes.addAll(notes(all, real));
            return new ComputedFigures(rows, List.copyOf(notes));
        }

        private void gaps(Line line, List<Observation> places, List<Observation> partners, List<ComputedFigure> rows) {
            Gaps gaps = new Gaps(ChangeRule.of(indicator), catalogue);
            if (ChangeRule.of(indicator).ofWholeArea()) {
                return;
            }
            for (AreaEntry place : around(line.area())) {
                ComputedKind kind =
                        place.kind() == AreaKind.COUNTRY ? ComputedKind.GAP_TO_COUNTRY : ComputedKind.GAP_TO_REGION;
                if (wants(kind)) {
                    rows.addAll(gaps.of(
                            kind,
                            line.points(),
                            point -> beside(point, place.id(), places),
                            Observation::areaName,
                            ""));
                }
            }
            if (wants(ComputedKind.GAP_TO_ALL_CHILDREN)) {
                for (WholePopulation pair : rules.populations()) {
                    rows.addAll(gaps.of(
                            ComputedKind.GAP_TO_ALL_CHILDREN,
                            line.points(),
                            point -> ofAll(point, pair, partners),
                            Observation::indicatorTitle,
                            pair.reason()));
                }
            }
        }

        private void costs(
                List<Observation> points,
                List<Observation> partners,
                Quotients quotients,
                RealTerms real,
                List<ComputedFigure> rows) {
            List<ComputedFigure> costs = quotients.of(ComputedKind.COST_PER_CHILD, points);
            if (wants(ComputedKind.COST_PER_CHILD)) {
                rows.addAll(costs);
            }
            if (wants(ComputedKind.REAL_TERMS)) {
                rows.addAll(real.of(points));
                rows.addAll(real.ofCosts(
                        costs, Stream.concat(points.stream(), partners.stream()).toList()));
            }
        }

        private List<String> notes(List<Observation> all, RealTerms real) {
            List<String> notes = new ArrayList<>();
            long inexact = query.trend().lines().stream()
                    .flatMap(line -> line.points().stream())
                    .filter(point -> point.value() != null && !Computable.is(point))
                    .count();
            if (inexact > 0) {
                notes.add(inexact + (inexact == 1 ? " figure enters" : " figures enter")
                        + " no calculation: printed with a word that makes it inexact, or for a date that the document"
                        + " does not print.");
            }
            if (ChangeRule.of(indicator).ofWholeArea()
                    && query.kinds().stream().anyMatch(GAPS::contains)
                    && !all.isEmpty()) {
                notes.add("No gap is given: such a figure grows with the size of the area.");
            }
            if (wants(ComputedKind.REAL_TERMS)) {
                real.note(rules.deflator(), all).ifPresent(notes::add);
            }
            return notes;
        }

        /** Totals that a line holds because they were added up are worked out themselves, so nothing is made of them. */
        private static Line line(TrendLine line) {
            return new Line(
                    line.area(),
                    line.points().stream()
                            .filter(point ->
                                    Computable.is(point) && !point.claim().startsWith("derived/"))
                            .toList());
        }

        private boolean wants(ComputedKind kind) {
            return query.kinds().contains(kind);
        }

        private List<Observation> places(List<Line> lines) throws SQLException {
            String[] around = lines.stream()
                    .flatMap(line -> around(line.area()).stream())
                    .map(AreaEntry::id)
                    .distinct()
                    .toArray(String[]::new);
            boolean wanted = wants(ComputedKind.GAP_TO_COUNTRY) || wants(ComputedKind.GAP_TO_REGION);
            return around.length == 0 || !wanted
                    ? List.of()
                    : reading.read(new FilterDraft()
                            .indicators(indicator.id())
                            .areas(around)
                            .breakdowns(BreakdownScope.ALL));
        }

        private List<Observation> partners(List<Line> lines) throws SQLException {
            Set<String> segments = new LinkedHashSet<>();
            lines.forEach(line -> line.points().forEach(point -> segments.add(point.segment())));
            String[] wanted = segments.stream()
                    .flatMap(segment -> Stream.concat(
                            rules.ratiosOf(segment).stream().map(Ratio::divisor),
                            rules.populationsOf(segment).stream().map(WholePopulation::indicator)))
                    .distinct()
                    .toArray(String[]::new);
            String[] areas =
                    lines.stream().map(line -> line.area().id()).distinct().toArray(String[]::new);
            return wanted.length == 0
                    ? List.of()
                    : reading.read(
                            new FilterDraft().indicators(wanted).areas(areas).headlineOnly(false));
        }

        private static Optional<Observation> ofAll(
                Observation point, WholePopulation pair, List<Observation> partners) {
            return partners.stream()
                    .filter(other -> pair.of().equals(point.segment())
                            && pair.all().equals(other.segment())
                            && other.headline()
                            && other.area().equals(point.area())
                            && other.period().equals(point.period())
                            && other.breakdown().equals(point.breakdown()))
                    .findFirst();
        }

        private static Optional<Observation> beside(Observation point, String place, List<Observation> places) {
            return places.stream()
                    .filter(other -> other.area().equals(place)
                            && other.period().equals(point.period())
                            && other.segment().equals(point.segment())
                            && other.breakdown().equals(point.breakdown()))
                    .findFirst();
        }

        /** The region and the country that an area lies in. */
        private List<AreaEntry> around(AreaEntry area) {
            return Stream.iterate(parent(area), Optional::isPresent, above -> above.flatMap(this::parent))
                    .flatMap(Optional::stream)
                    .filter(above -> above.kind() == AreaKind.REGION || above.kind() == AreaKind.COUNTRY)
                    .toList();
        }

        private Optional<AreaEntry> parent(AreaEntry area) {
            return Optional.ofNullable(area.parentId()).flatMap(catalogue::area);
        }
    }
}
