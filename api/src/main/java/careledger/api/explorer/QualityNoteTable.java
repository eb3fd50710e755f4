package careledger.api.explorer;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.util.List;

/** Figures that do not add up, with what speaks against them. */
final class QualityNoteTable {
    private QualityNoteTable() {}

    static PageTable of(String caption, List<Observation> figures, PageVisit visit) {
        return new PageTable(
                caption,
                List.of(
                        Column.text("Measure"),
                        Column.text("Period"),
                        Column.number("Printed"),
                        Column.text("Where"),
                        Column.text("What does not add up")),
                figures.stream().map(figure -> row(figure, visit)).toList());
    }

    private static List<Cell> row(Observation figure, PageVisit visit) {
        String part = figure.breakdown().equals("total") ? "" : ", " + figure.breakdownLabel();
        String note = figure.qualityNote();
        return List.of(
                new Cell(figure.indicatorTitle() + part, visit.measureLink(figure), figure.areaName()),
                Cell.of(FigurePeriod.label(figure)),
                Cell.figure(figure, visit),
                Cell.of(figure.sourceTitle() + ", " + figure.sourceLocator()),
                Cell.of(note == null ? "" : note));
    }
}
