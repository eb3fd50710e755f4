package careledger.warehouse.question.trend;

import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.QuestionRefused;
import careledger.warehouse.question.Refusal;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.catalogue.SourceEntry;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.FigureQuestion;
import careledger.warehouse.question.observation.FilterDraft;
import careledger.warehouse.question.observation.MemberFilter;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.question.observation.WhyNothing;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One indicator over time. It is checked before: {@link TrendCheck}.
 *
 * @param areas lines in this order; targets and comparators are of the first
 * @param breakdown members wanted in exactly these dimensions; none for totals
 * @param from first last day of a period, included
 * @param to last last day of a period, included
 * @param kind kind of period; by default the one with most points of the first area
 */
public record TrendQuestion(
        String indicator,
        List<String> areas,
        List<MemberFilter> breakdown,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable PeriodKind kind,
        Optional<LocalDate> asOf) {
    public TrendQuestion {
        areas = areas.stream().distinct().toList();
        breakdown = List.copyOf(breakdown);
    }

    /** Everything that decides the answer. */
    public String identity() {
        return asked(areas).identity() + areas + kind;
    }

    public Trend answer(Sql sql, ReleaseCatalogue catalogue, QuestionLimits limits, String version)
            throws SQLException {
        IndicatorEntry entry = catalogue.indicator(indicator).orElseThrow();
        Neighbours neighbours = Neighbours.of(areas.get(0), asOf, sql);
        List<Observation> everywhere = claims(sql, neighbours, limits);
        List<Observation> claims = everywhere.stream()
                .filter(claim -> areas.contains(claim.area()))
                .toList();
        TrendLines making = new TrendLines(entry, catalogue);
        Optional<PeriodKind> ofKind = Optional.ofNullable(kind).or(() -> TrendLines.usualKind(claims, areas));
        List<TrendLine> lines = ofKind.map(each -> making.of(claims, areas, each, breakdown.isEmpty()))
                .orElse(List.of());
        List<TargetPoint> targets = making.targets(claims, areas.get(0));
        ConflictPairs conflicts = ConflictPairs.of(indicator, areas, sql);
        List<String> notes =
                new ArrayList<>(ofKind.map(each -> new TrendNotes(entry, claims, conflicts).of(lines, each, targets))
                        .orElse(List.of()));
        List<NeighbourComparison> comparators = new ArrayList<>();
        lines.stream()
                .filter(line -> line.area().id().equals(areas.get(0)))
                .findFirst()
                .ifPresent(line -> comparators.addAll(neighbours.beside(line, everywhere, catalogue)));
        notes.addAll(RelatedTargets.of(entry, areas.get(0), this, sql, catalogue));
        return new Trend(
                entry,
                headline(entry, lines, sql, catalogue),
                lines,
                targets,
                making.breaks(lines),
                comparators,
                notes,
                sources(lines, claims, catalogue),
                version);
    }

    /** The same figures as rows: what {@code observations} is asked to get the points of the lines. */
    Asked points(PeriodKind ofKind) {
        return new Asked(filter(areas).periodKinds(ofKind).filter(), asOf);
    }

    private List<Observation> claims(Sql sql, Neighbours neighbours, QuestionLimits limits) throws SQLException {
        List<String> all = Stream.concat(areas.stream(), neighbours.all().stream())
                .distinct()
                .toList();
        int most = limits.sliceCells();
        Asked every = new Asked(
                filter(all).valueKinds(ValueKind.values()).headlineOnly(false).filter(), asOf);
        List<Observation> claims = new FigureQuestion(every, most + 1).answer(sql);
        if (claims.size() > most) {
            throw new QuestionRefused(
                    Refusal.limit(ArgumentPath.of("trend"), QuestionLimits.SLICE_CELLS, most, claims.size()));
        }
        return claims;
    }

    private Asked asked(List<String> where) {
        return new Asked(filter(where).filter(), asOf);
    }

    private FilterDraft filter(List<String> where) {
        return new FilterDraft()
                .indicators(indicator)
                .areas(where.toArray(String[]::new))
                .by(breakdown.stream().map(MemberFilter::dimension).distinct().toArray(String[]::new))
                .members(breakdown.toArray(MemberFilter[]::new))
                .ending(from, to);
    }

    private String headline(IndicatorEntry entry, List<TrendLine> lines, Sql sql, ReleaseCatalogue catalogue)
            throws SQLException {
        Optional<TrendLine> first = lines.stream()
                .filter(line -> line.area().id().equals(areas.get(0))
                        && !line.segments().isEmpty())
                .findFirst();
        if (first.isPresent()) {
            return new TrendHeadline(entry).of(first.get());
        }
        AreaEntry area = catalogue.area(areas.get(0)).orElseThrow();
        Asked nothing = Optional.ofNullable(kind)
                .map(each ->
                        new Asked(filter(List.of(area.id())).periodKinds(each).filter(), asOf))
                .orElseGet(() -> asked(List.of(area.id())));
        return TrendWords.capital(entry.title()) + " " + TrendWords.where(area) + ": "
                + new WhyNothing(nothing, sql, catalogue)
                        .inWords()
                        .replaceFirst("^No figures\\. ", "no figures were found. ");
    }

    private static List<SourceEntry> sources(
            List<TrendLine> lines, List<Observation> claims, ReleaseCatalogue catalogue) {
        Set<String> ids = new LinkedHashSet<>();
        lines.forEach(line -> line.points().forEach(point -> ids.add(point.source())));
        claims.stream()
                .filter(claim -> claim.headline() && claim.valueKind() == ValueKind.TARGET)
                .forEach(claim -> ids.add(claim.source()));
        return catalogue.sources().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }

    /** The same question about another indicator. */
    Asked targetsOf(List<String> indicators, String area) {
        return new Asked(
                new FilterDraft()
                        .indicators(indicators.toArray(String[]::new))
                        .areas(area)
                        .valueKinds(ValueKind.TARGET)
                        .ending(from, to)
                        .filter(),
                asOf);
    }
}
