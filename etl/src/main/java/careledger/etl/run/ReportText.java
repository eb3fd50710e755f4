package careledger.etl.run;

import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.run.RunState;
import careledger.release.store.ReleaseDiff;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.RejectionGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A run's report for people: the sums of every file, then what was refused and why, then what changed. */
public final class ReportText {
    private static final String LINE = "%-48s %8s = %8s + %6s %8s = %8s + %6s %8s%n";

    /** Fewer than so many alike are listed one by one, each with its advice. */
    private static final int FEW = 3;

    /** Up to so many alike are listed with their line and text; of more, the first and the commonest. */
    private static final int EACH = 20;

    private ReportText() {}

    public static String of(RunOutcome outcome) {
        RunRecord record = outcome.record();
        StringBuilder text = new StringBuilder();
        if (!record.extracts().isEmpty()) {
            counts(text, record.extracts());
            outcome.preview()
                    .forEach(figure ->
                            text.append("  ").append(figure.describe()).append('\n'));
            rejections(text, outcome.rejections());
            expected(text, outcome);
            record.embargoed().forEach(one -> text.append(one.describe()).append('\n'));
            if (record.state() == RunState.PUBLISHED) {
                changes(text, record);
            }
            outcome.comparison().ifPresent(comparison -> compared(text, comparison, record.state()));
        }
        text.append(record.state() == RunState.RUNNING ? "CHECKED" : record.state())
                .append(record.release().map(release -> " release " + release).orElse(""))
                .append(record.message().map(message -> ": " + message).orElse("."))
                .append('\n');
        return text.toString();
    }

    private static void counts(StringBuilder text, List<ExtractCount> extracts) {
        text.append(LINE.formatted("file", "rows", "accepted", "refuse", "cells", "accepted", "refuse", "claims"));
        extracts.forEach(one -> text.append(LINE.formatted(
                one.file(),
                one.rows(),
                one.accepted(),
                one.rejected(),
                one.cellsRead(),
                one.cellsAccepted(),
                one.cellsRejected(),
                one.claims())));
        text.append(LINE.formatted(
                "all",
                sum(extracts, ExtractCount::rows),
                sum(extracts, ExtractCount::accepted),
                sum(extracts, ExtractCount::rejected),
                sum(extracts, ExtractCount::cellsRead),
                sum(extracts, ExtractCount::cellsAccepted),
                sum(extracts, ExtractCount::cellsRejected),
                sum(extracts, ExtractCount::claims)));
    }

    /** What was refused, alike ones together. */
    static void rejections(StringBuilder text, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            text.append("Nothing was refused.\n");
            return;
        }
        Map<String, Long> byRule = rejections.stream()
                .collect(Collectors.groupingBy(one -> one.rule().id(), TreeMap::new, Collectors.counting()));
        text.append("Refused: ")
                .append(byRule.entrySet().stream()
                        .map(rule -> rule.getKey() + " " + rule.getValue())
                        .collect(Collectors.joining(", ")))
                .append('\n');
        Map<List<Object>, List<Rejection>> alike = rejections.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.file(), one.rule(), one.column()), LinkedHashMap::new, Collectors.toList()));
        alike.values().forEach(group -> {
            if (group.size() < FEW) {
                group.forEach(one -> one(text, one));
            } else if (group.size() <= EACH) {
                several(text, group);
            } else {
                group(text, RejectionGroup.of(group).get(0));
            }
        });
    }

    /** The advice once, and below it each with its line, text and reason; a reason that all share is said once. */
    private static void several(StringBuilder text, List<Rejection> alike) {
        Rejection first = alike.get(0);
        boolean oneReason = alike.stream().map(Rejection::reason).distinct().count() == 1;
        text.append("  ")
                .append(first.file())
                .append(first.column()
                        .map(column -> ", column '" + column + "'")
                        .orElse(""))
                .append(": %d times [%s] ".formatted(alike.size(), first.rule().id()))
                .append(oneReason ? first.reason() + " " : "")
                .append(first.rule().advice())
                .append('\n');
        alike.forEach(one -> text.append("    ")
                .append(one.line() > 0 ? "line " + one.line() : "whole file")
                .append(one.value().map(value -> ", '" + value + "'").orElse(""))
                .append(oneReason ? "" : ": " + one.reason())
                .append('\n'));
    }

    private static void one(StringBuilder text, Rejection one) {
        text.append("  ")
                .append(one.file())
                .append(one.line() > 0 ? ", line " + one.line() : "")
                .append(one.column().map(column -> ", column '" + column + "'").orElse(""))
                .append(one.value().map(value -> ", '" + value + "'").orElse(""))
                .append(": ")
                .append(one.reason())
                .append(" [")
                .append(one.rule().id())
                .append("] ")
                .append(one.rule().advice())
                .append('\n');
    }

    /** Many of one kind; the report of the run lists each. */
    private static void group(StringBuilder text, RejectionGroup group) {
        text.append("  ")
                .append(group.file())
                .append(group.column()
                        .map(column -> ", column '" + column + "'")
                        .orElse(""))
                .append(": %,d times [%s] "
                        .formatted(group.count(), group.rule().id()))
                .append(group.rule().advice())
                .append(" First on line ")
                .append(group.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .append(". ")
                .append(values(group))
                .append("The first reason: ")
                .append(group.reason())
                .append('\n');
    }

    private static String values(RejectionGroup group) {
        if (group.values().isEmpty()) {
            return "";
        }
        return group.values().stream()
                        .map(value -> "'%s' %,d".formatted(value.value(), value.count()))
                        .collect(Collectors.joining(", "))
                + (group.otherValues() > 0 ? " and %,d other texts. ".formatted(group.otherValues()) : ". ");
    }

    private static void expected(StringBuilder text, RunOutcome outcome) {
        int unexpected = outcome.unexpected().size();
        outcome.expected().forEach(one -> text.append("Expected: ")
                .append(one.count())
                .append(" by ")
                .append(one.rule().id())
                .append(" in ")
                .append(one.path())
                .append(". ")
                .append(one.because())
                .append('\n'));
        if (!outcome.rejections().isEmpty() && !outcome.expected().isEmpty()) {
            text.append(unexpected == 0 ? "Nothing else was refused.\n" : unexpected + " refusals are not expected.\n");
        }
    }

    private static void changes(StringBuilder text, RunRecord record) {
        text.append(record.previousRelease()
                        .map(previous -> "Against release " + previous + ": ")
                        .orElse("First release: "))
                .append(record.newClaims())
                .append(" new, ")
                .append(record.changedClaims())
                .append(" changed, ")
                .append(record.vanishedClaims())
                .append(" vanished claims. ")
                .append(record.conflicts())
                .append(" claims conflict with the one shown.\n");
    }

    private static void compared(StringBuilder text, ServedReleaseComparison comparison, RunState state) {
        comparison.alarms().forEach(alarm -> text.append("Guard ")
                .append(alarm.guard().id())
                .append(": ")
                .append(ServedReleaseComparison.describe(List.of(alarm)))
                .append('\n'));
        if (state == RunState.RUNNING) {
            ReleaseDiff diff = comparison.diff();
            text.append("Against release ")
                    .append(comparison.served())
                    .append(", %d claims would be added, %d changed and %d removed.%n"
                            .formatted(diff.added(), diff.changed(), diff.removed()));
            diff.rows()
                    .forEach(change ->
                            text.append("  ").append(ChangeText.of(change)).append('\n'));
            comparison
                    .opened()
                    .forEach(one -> text.append("Conflict opened: ").append(one).append('\n'));
            comparison
                    .closed()
                    .forEach(one -> text.append("Conflict closed: ").append(one).append('\n'));
        }
    }

    private static long sum(List<ExtractCount> extracts, ToLongFunction<ExtractCount> count) {
        return extracts.stream().mapToLong(count).sum();
    }
}
