package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.RelatedEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.Observation;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.schema.period.PeriodKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What measures nearly the same: lines of their own, never joined or compared with those asked for.
 *
 * @param relation the difference in words
 */
public record RelatedSeries(IndicatorEntry indicator, String relation, List<TrendLine> lines) {
    public RelatedSeries {
        lines = List.copyOf(lines);
    }

    /** Those of the same unit that have a figure for the first area and the periods asked about. */
    static List<RelatedSeries> of(
            IndicatorEntry indicator, TrendQuery question, Sql sql, ReleaseCatalogue catalogue, QueryLimits limits)
            throws SQLException {
        List<RelatedEntry> related = indicator.related().stream()
                .filter(entry -> catalogue
                        .indicator(entry.indicatorId())
                        .filter(other -> other.unit() == indicator.unit())
                        .isPresent())
                .toList();
        if (related.isEmpty()) {
            return List.of();
        }
        List<Observation> points = new FigureQuery(
                        question.pointsOf(
                                related.stream().map(RelatedEntry::indicatorId).toList()),
                        limits.sliceCells())
                .answer(sql, catalogue.attributes());
        List<RelatedSeries> series = new ArrayList<>();
        for (RelatedEntry entry : related) {
            List<Observation> own = points.stream()
                    .filter(point -> point.indicator().equals(entry.indicatorId()))
                    .toList();
            List<String> area = question.areas().subList(0, 1);
            Optional<PeriodKind> kind = TrendLines.usualKind(own, area);
            IndicatorEntry other = catalogue.indicator(entry.indicatorId()).orElseThrow();
            kind.map(each -> new TrendLines(other, catalogue).of(own, area, each, false))
                    .ifPresent(lines -> series.add(new RelatedSeries(other, entry.relation(), lines)));
        }
        return series;
    }

    /** One note for all. */
    static Optional<String> note(List<RelatedSeries> related) {
        String list = related.stream()
                .map(series -> "'" + series.indicator().title() + "' (" + series.extent() + "): "
                        + FigureFormat.sentence(series.relation()))
                .collect(Collectors.joining(" "));
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Nearly the same is measured by others, which are listed under 'related' as separate lines"
                                + " and are never compared with this: " + list);
    }

    private String extent() {
        List<Observation> points = lines.stream()
                .flatMap(line -> line.points().stream())
                .sorted(TrendLine.BY_TIME)
                .toList();
        String first = FigurePeriod.label(points.get(0));
        String last = FigurePeriod.label(points.get(points.size() - 1));
        return first.equals(last) ? first : first + " to " + last;
    }
}
