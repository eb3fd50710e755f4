package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.TargetJudgement;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.schema.observation.ValueKind;
import careledger.schema.targets.TargetElsewhere;
import careledger.schema.targets.TargetElsewhere.Show;
import careledger.schema.targets.TargetsElsewhere;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The targets of one area.
 *
 * @param points its own, and those of other measures that the rules show here, oldest first
 * @param sources ids of the documents that set them
 * @param notes targets of other measures in words
 */
record Targets(List<TargetPoint> points, Set<String> sources, List<String> notes) {
    private static final int MOST = 1000;

    /** @param claims every known claim of the indicator and area */
    static Targets of(
            IndicatorEntry indicator,
            List<Observation> claims,
            TrendQuery question,
            Sql sql,
            ReleaseCatalogue catalogue)
            throws SQLException {
        Map<String, TargetElsewhere> elsewhere = TargetsElsewhere.on(indicator.id()).stream()
                .collect(Collectors.toMap(TargetElsewhere::of, Function.identity()));
        TargetJudgement judgement = new TargetJudgement(ChangeRule.of(indicator), claims, question.targetDate());
        List<TargetPoint> points = new ArrayList<>();
        Set<String> sources = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        List<Observation> targets =
                new ArrayList<>(claims.stream().filter(Targets::isTarget).toList());
        if (!elsewhere.isEmpty()) {
            targets.addAll(new FigureQuery(question.targetsOf(List.copyOf(elsewhere.keySet())), MOST)
                    .answer(sql, catalogue.attributes()));
        }
        targets.sort(TrendLine.BY_TIME);
        for (Observation target : targets) {
            Optional<TargetElsewhere> other = Optional.ofNullable(elsewhere.get(target.indicator()));
            if (other.map(TargetElsewhere::show).equals(Optional.of(Show.WORDS))) {
                notes.add(words(target, other.get()));
            } else {
                sources.add(target.source());
                points.add(point(
                        target,
                        other.map(rule -> ofOther(target, rule)).orElseGet(() -> judgement.of(target)),
                        catalogue));
            }
        }
        return new Targets(points, sources, notes);
    }

    private static boolean isTarget(Observation claim) {
        return claim.headline() && claim.valueKind() == ValueKind.TARGET && claim.value() != null;
    }

    private static TargetJudgement.Judged ofOther(Observation target, TargetElsewhere rule) {
        return new TargetJudgement.Judged(
                TargetVerdict.NOT_JUDGED,
                Optional.empty(),
                false,
                "Not judged: it is set for '" + target.indicatorTitle() + "'. " + rule.reason());
    }

    private static TargetPoint point(Observation target, TargetJudgement.Judged judged, ReleaseCatalogue catalogue) {
        return new TargetPoint(
                catalogue.period(target.period()).orElseThrow(),
                FigurePeriod.name(target),
                target.periodNote(),
                target.number(),
                target.valueText(),
                target.breakdown(),
                target.definition(),
                target.indicatorTitle(),
                target.sourceTitle(),
                judged.verdict(),
                judged.figure().orElse(null),
                judged.later(),
                judged.rule());
    }

    private static String words(Observation target, TargetElsewhere rule) {
        return "A target of " + target.valueText() + " for " + FigurePeriod.name(target) + " (" + target.sourceTitle()
                + ") is set for '" + target.indicatorTitle() + "', not for this measure. "
                + FigureFormat.sentence(rule.reason());
    }
}
