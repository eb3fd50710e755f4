package careledger.warehouse.question.trend;

import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.RelatedEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.FigureQuestion;
import careledger.warehouse.question.observation.Observation;
import java.sql.SQLException;
import java.util.List;

/** Targets that a document sets for nearly the same thing: said in words, never drawn against the line. */
final class RelatedTargets {
    private static final int MOST = 20;

    private RelatedTargets() {}

    static List<String> of(
            IndicatorEntry indicator, String area, TrendQuestion question, Sql sql, ReleaseCatalogue catalogue)
            throws SQLException {
        List<String> related =
                indicator.related().stream().map(RelatedEntry::indicatorId).toList();
        if (related.isEmpty()) {
            return List.of();
        }
        return new FigureQuestion(question.targetsOf(related, area), MOST)
                .answer(sql).stream().map(target -> words(target, indicator)).toList();
    }

    private static String words(Observation target, IndicatorEntry indicator) {
        String relation = indicator.related().stream()
                .filter(related -> related.indicatorId().equals(target.indicator()))
                .map(RelatedEntry::relation)
                .findFirst()
                .orElse("");
        return "A target of " + target.valueText() + " for " + target.periodLabel() + " (" + target.sourceTitle()
                + ") is set for a related measure, '" + target.indicatorTitle() + "', and not for this one: "
                + TrendWords.sentence(relation);
    }
}
