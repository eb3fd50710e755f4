package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.period.PeriodKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts an answer together of what was read for it.
 *
 * @param everywhere every known claim of the areas asked for, their neighbours and the groups of neighbours
 */
record TrendAnswer(
        TrendQuery question,
        IndicatorEntry indicator,
        NeighbourComparisons neighbours,
        List<Observation> everywhere,
        Targets targets,
        List<RelatedSeries> related,
        ReleaseCatalogue catalogue) {
    Trend trend(Sql sql, String version) throws SQLException {
        TrendLines making = new TrendLines(indicator, catalogue);
        List<Observation> claims = TrendQuery.of(question.areas(), everywhere);
        Optional<PeriodKind> kind =
                Optional.ofNullable(question.kind()).or(() -> TrendLines.usualKind(claims, question.areas()));
        List<TrendLine> lines = kind.map(each -> making.of(
                        claims, question.areas(), each, question.breakdown().isEmpty()))
                .orElse(List.of());
        List<TrendLine> first = lines.stream()
                .filter(line -> line.area().id().equals(question.areas().get(0)))
                .toList();
        NoDataExplainer nothing = new NoDataExplainer(indicator, question, sql, catalogue);
        Optional<TrendLine> main =
                first.stream().filter(line -> !line.segments().isEmpty()).findFirst();
        List<NeighbourComparison> comparators = first.stream()
                .flatMap(line -> neighbours.beside(line, everywhere, catalogue).stream())
                .toList();
        TrendMessage message = main.isPresent()
                ? new TrendMessage(headline(main.get(), claims).sentences(), parts(main.get(), claims, comparators))
                : withoutPoints(nothing);
        return new Trend(
                indicator,
                message.headline(),
                message.parts(),
                lines,
                targets.points(),
                making.breaks(lines),
                comparators,
                printedAverages(first),
                related,
                notes(lines, claims, kind, nothing, sql),
                sources(lines),
                version);
    }

    private TrendMessage withoutPoints(NoDataExplainer nothing) throws SQLException {
        AreaEntry area = catalogue.area(question.areas().get(0)).orElseThrow();
        Optional<TrendMessage> aims = question.breakdown().isEmpty() && question.kind() == null
                ? new OnlyAims(indicator, area, nothing.everything()).message()
                : Optional.empty();
        return aims.isPresent() ? aims.get() : nothing.message();
    }

    private TrendHeadline headline(TrendLine line, List<Observation> claims) {
        return new TrendHeadline(indicator, line, FiguresBeside.of(line, claims));
    }

    private TrendSummary parts(TrendLine line, List<Observation> claims, List<NeighbourComparison> comparators) {
        PlacesBeside beside = new PlacesBeside(ChangeRule.of(indicator), everywhere, comparators);
        Optional<Observation> latest =
                line.points().stream().filter(point -> point.value() != null).reduce((older, newer) -> newer);
        return headline(line, claims).parts(latest.flatMap(beside::describe));
    }

    private List<String> notes(
            List<TrendLine> lines,
            List<Observation> claims,
            Optional<PeriodKind> kind,
            NoDataExplainer nothing,
            Sql sql)
            throws SQLException {
        List<String> notes = new ArrayList<>();
        if (kind.isPresent()) {
            ConflictPairs conflicts = ConflictPairs.of(indicator.id(), question.areas(), question.day(), sql);
            notes.addAll(new TrendNotes(indicator, claims, conflicts).of(lines, kind.get()));
        }
        if (!lines.isEmpty()) {
            notes.addAll(nothing.notes(lines));
        }
        notes.addAll(targets.notes());
        notes.addAll(neighbours.notes());
        RelatedSeries.note(related).ifPresent(notes::add);
        return notes;
    }

    /** Headlines of groups of neighbours for breakdowns and kinds of period of these lines. */
    private List<Observation> printedAverages(List<TrendLine> lines) {
        return lines.stream()
                .filter(line -> !line.segments().isEmpty())
                .flatMap(line -> everywhere.stream()
                        .filter(claim -> claim.areaKind() == AreaKind.NEIGHBOUR_GROUP
                                && TrendLines.isPoint(claim)
                                && claim.breakdown().equals(line.breakdown())
                                && claim.periodKind()
                                        == line.segments().get(0).first().periodKind())
                        .sorted(TrendLine.BY_TIME))
                .toList();
    }

    private List<SourceEntry> sources(List<TrendLine> lines) {
        Set<String> ids = new HashSet<>(targets.sources());
        lines.forEach(line -> line.points().forEach(point -> ids.add(point.source())));
        return catalogue.sources().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }
}
