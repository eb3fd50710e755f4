package careledger.api.explorer;

import careledger.answers.conflict.Conflict;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                new Cell(shown.indicatorTitle() + part, visit.measureLink(shown), shown.areaName()),
                Cell.of(FigurePeriod.label(shown)),
                Cell.figure(
                        shown,
                        shown.sourceTitle()
                                + (shown.headline() ? "" : "; shown for this definition, the headline is of another"),
                        visit),
                Cell.of(others(conflict)),
                Cell.of(conflict.rule()));
    }

    /** Each value once for each document, with the number of places where it is printed. */
    private static String others(Conflict conflict) {
        Map<String, Long> places = conflict.others().stream()
                .collect(Collectors.groupingBy(
                        other -> other.valueText() + " (" + other.sourceTitle(),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return places.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue() == 1 ? ")" : ", " + entry.getValue() + " places)"))
                .collect(Collectors.joining("; "));
    }
}
