package careledger.etl.run;

import careledger.release.guard.Alarm;
import careledger.release.guard.Guard;
import careledger.release.guard.HeadlineMove;
import careledger.release.run.EmbargoedSource;
import careledger.release.run.RunRecord;
import careledger.release.store.ClaimChange;
import careledger.release.store.StatedFigure;
import careledger.schema.mapping.ExpectedRejection;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.RejectionGroup;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run came to. Figures are texts in it, with a status instead of a value where there is none.
 *
 * @param run its record; of a dry run it says RUNNING
 * @param embargoed figures that are published later, in words
 * @param guards what the guards found, and whether that stopped the release
 * @param refusedByRule how many of what was refused, with advice
 * @param refusedGroups what was refused, alike ones together: by file, rule and column
 * @param expected refusals that the mappings foresee
 * @param comparison empty where no release was made, or none was served to compare it with
 */
public record RunReport(
        RunRecord run,
        List<String> embargoed,
        List<Word> guards,
        Excerpt<Refused> refused,
        List<RuleCount> refusedByRule,
        List<RefusedGroup> refusedGroups,
        List<ExpectedRejection> expected,
        Optional<Changes> comparison,
        List<StageCost> stages) {
    /** For programs. */
    public static final String FILE = "report.json";
    /** For people. */
    public static final String PAGE = "report.html";

    public RunReport {
        embargoed = List.copyOf(embargoed);
        guards = List.copyOf(guards);
        refusedByRule = List.copyOf(refusedByRule);
        refusedGroups = List.copyOf(refusedGroups);
        expected = List.copyOf(expected);
        stages = List.copyOf(stages);
    }

    record Word(String guard, boolean accepted, String message, List<String> examples) {}

    record Refused(String file, int line, String column, String value, String rule, String reason) {}

    /** @param values the commonest texts, each with how often it was refused */
    record RefusedGroup(
            String file, String column, String rule, long count, String values, String lines, String reason) {}

    record RuleCount(String rule, long count, String advice) {}

    /** @param against id of the release that was served */
    record Changes(
            String against,
            long added,
            long removed,
            long changed,
            Excerpt<Change> claims,
            Excerpt<Move> headlines,
            Excerpt<String> opened,
            Excerpt<String> closed) {}

    /** @param other columns that changed; empty for a claim that is new or gone */
    record Change(
            String claim,
            String kind,
            String indicator,
            String area,
            String period,
            String breakdown,
            String before,
            String after,
            List<String> other) {}

    record Move(String indicator, String area, String period, String breakdown, String before, String after) {}

    static RunReport of(RunOutcome outcome, Set<Guard> accepted, List<StageCost> stages) {
        return new RunReport(
                outcome.record(),
                outcome.record().embargoed().stream()
                        .map(EmbargoedSource::describe)
                        .toList(),
                outcome.comparison().map(ServedReleaseComparison::alarms).orElse(List.of()).stream()
                        .map(alarm -> word(alarm, accepted))
                        .toList(),
                Excerpt.of(outcome.rejections().stream().map(RunReport::refused).toList()),
                byRule(outcome.rejections()),
                RejectionGroup.of(outcome.rejections()).stream()
                        .map(RunReport::group)
                        .toList(),
                outcome.expected(),
                outcome.comparison().map(RunReport::changes),
                stages);
    }

    private static Word word(Alarm alarm, Set<Guard> accepted) {
        return new Word(alarm.guard().id(), accepted.contains(alarm.guard()), alarm.message(), alarm.examples());
    }

    private static Refused refused(Rejection one) {
        return new Refused(
                one.file(),
                one.line(),
                one.column().orElse(""),
                one.value().orElse(""),
                one.rule().id(),
                one.reason());
    }

    private static RefusedGroup group(RejectionGroup group) {
        String values = group.values().stream()
                .map(value -> (value.value().isEmpty() ? "no text" : value.value()) + " (" + value.count() + ")")
                .collect(Collectors.joining(", "));
        return new RefusedGroup(
                group.file(),
                group.column().orElse(""),
                group.rule().id(),
                group.count(),
                group.otherValues() > 0 ? values + " and " + group.otherValues() + " others" : values,
                group.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                group.reason());
    }

    private static List<RuleCount> byRule(List<Rejection> rejections) {
        Map<Rule, Long> counts = rejections.stream()
                .collect(Collectors.groupingBy(Rejection::rule, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(rule -> new RuleCount(
                        rule.getKey().id(), rule.getValue(), rule.getKey().advice()))
                .toList();
    }

    private static Changes changes(ServedReleaseComparison made) {
        long all = made.diff().added() + made.diff().removed() + made.diff().changed();
        return new Changes(
                made.served(),
                made.diff().added(),
                made.diff().removed(),
                made.diff().changed(),
                Excerpt.of(
                        all, made.diff().rows().stream().map(RunReport::change).toList()),
                Excerpt.of(
                        made.headlines().total(),
                        made.headlines().rows().stream().map(RunReport::move).toList()),
                Excerpt.of(made.opened()),
                Excerpt.of(made.closed()));
    }

    private static Change change(ClaimChange change) {
        StatedFigure stated = change.after().or(change::before).orElseThrow();
        return new Change(
                change.claimId(),
                change.kind().name(),
                stated.indicator(),
                stated.area(),
                stated.period(),
                stated.breakdown(),
                change.before().map(RunReport::text).orElse(""),
                change.after().map(RunReport::text).orElse(""),
                change.before().isPresent() && change.after().isPresent() ? change.columns() : List.of());
    }

    private static String text(StatedFigure figure) {
        return figure.value().map(BigDecimal::toPlainString).orElse(figure.status());
    }

    private static Move move(HeadlineMove move) {
        return new Move(
                move.indicator(),
                move.area(),
                move.period(),
                move.breakdown(),
                move.before().map(BigDecimal::toPlainString).orElse("no value"),
                move.after().map(BigDecimal::toPlainString).orElse("no value"));
    }
}
