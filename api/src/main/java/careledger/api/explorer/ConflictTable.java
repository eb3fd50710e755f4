package careledger.api.explorer;

import careledger.answers.conflict.Conflict;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.util.List;
import java.util.stream.Collectors;

/** Disagreements of documents as a table: both values, and the rule that decided. */
final class ConflictTable {
    private ConflictTable() {}

    static PageTable of(String caption, List<Conflict> conflicts, PageVisit visit) {
        return new PageTable(
                caption,
                List.of(
                        Column.text("Measure"),
                        Column.text("Period"),
                        Column.number("Shown"),
                        Column.text("Others"),
                        Column.text("Rule")),
                conflicts.stream().map(conflict -> row(conflict, visit)).toList());
    }

    private static List<Cell> row(Conflict conflict, PageVisit visit) {
        Observation shown = conflict.headline();
        String part = shown.breakdown().equals("total") ? "" : ", " + shown.breakdownLabel();
        return List.of(
                new Cell(
                        shown.indicatorTitle() + part,
                        Route.INDICATOR
                                .of(shown.indicator())
                                .with("area", shown.area().equals(visit.focus()) ? "" : shown.area())
                                .link(),
                        shown.areaName()),
                Cell.of(FigurePeriod.label(shown)),
                Cell.figure(shown, shown.sourceTitle()),
                Cell.of(conflict.others().stream()
                        .map(other -> other.valueText() + " (" + other.sourceTitle() + ")")
                        .collect(Collectors.joining("; "))),
                Cell.of(conflict.rule()));
    }
}
