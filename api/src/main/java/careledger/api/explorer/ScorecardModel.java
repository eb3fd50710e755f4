package careledger.api.explorer;

import careledger.answers.observation.Observation;
import careledger.answers.scorecard.RowAnswer;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.file.FileTable;
import careledger.api.spreadsheet.SheetTable.Note;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a scorecard shows.
 *
 * @param sections with the rows that have a figure
 * @param without the other rows in one line; empty where there are none
 * @param periods those of the card, oldest first; the one shown has no link
 * @param colours the printed key to the colours; empty where the card prints none
 */
public record ScorecardModel(
        ScorecardAnswer card,
        String lead,
        List<Section> sections,
        String without,
        String colours,
        List<Action> periods,
        List<String> notices,
        Address address)
        implements Tabulated {
    public ScorecardModel {
        sections = List.copyOf(sections);
        periods = List.copyOf(periods);
        notices = List.copyOf(notices);
    }

    @Override
    public List<FileTable> tables(FileVisit visit) {
        FileTable.Draft draft = FigureColumns.begin(
                        card.title() + ", " + card.period().label())
                .texts("Section", "Row", "Over time", "Printed")
                .numbers("Figure before", "Neighbours", "England", "Target")
                .texts("Beside the neighbours", "Against the target");
        for (Section section : sections) {
            for (Row row : section.rows()) {
                RowAnswer answer = row.answer();
                draft.row(FigureColumns.row(
                        answer.latest(),
                        visit,
                        section.title(),
                        row.label(),
                        row.overTime().word(),
                        row.printed(),
                        value(answer.previous()),
                        row.neighbours().equals("–") ? null : value(answer.neighbours()),
                        row.england().equals("–") ? null : value(answer.england()),
                        value(answer.target()),
                        answer.againstNeighbours(),
                        answer.againstTarget()));
            }
        }
        return List.of(draft.done());
    }

    @Override
    public List<Note> notes(FileVisit visit) {
        List<Note> notes = new ArrayList<>(List.of(new Note("Summary", lead)));
        if (!without.isEmpty()) {
            notes.add(new Note("Without figures", without));
        }
        notices.forEach(notice -> notes.add(new Note("Notice", notice)));
        card.notes().forEach(note -> notes.add(new Note("Before you quote this", note)));
        return notes;
    }

    private static @Nullable Double value(@Nullable Observation figure) {
        return figure == null ? null : figure.value();
    }

    /** Rows under one heading. */
    public record Section(String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param label what the card calls the row
     * @param value the newest figure; a dash where there is none
     * @param printed direction, colour and quartile as the document prints them; empty where it prints none
     * @param spark a small line of the figures before
     */
    public record Row(
            String label,
            String link,
            String value,
            String valueLink,
            String when,
            String spark,
            Mark overTime,
            String was,
            String printed,
            String neighbours,
            Mark besideNeighbours,
            String england,
            Mark againstTarget,
            RowAnswer answer) {}

    /**
     * A judgement in a word.
     *
     * @param sign beside the word, never instead of it
     * @param rule how it was judged
     */
    public record Mark(String word, String sign, String tone, String rule) {}
}
