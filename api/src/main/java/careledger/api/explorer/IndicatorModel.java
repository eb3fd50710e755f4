package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.observation.Observation;
import careledger.answers.trend.Trend;
import careledger.api.explorer.file.FileTable;
import careledger.api.spreadsheet.SheetTable.Note;
import java.util.List;

/**
 * What the page of an indicator shows, from top to bottom.
 *
 * @param summary the first sentence
 * @param more the second line: comparison, extremes, earlier figures
 * @param charts the drawings, each wide and narrow; none where there is nothing to draw
 * @param columns names of the columns of values
 * @param ranked whether the table has columns for the neighbours
 * @param notices corrections and reviews of its figures
 * @param citation ready to be copied
 */
public record IndicatorModel(
        IndicatorEntry indicator,
        AreaEntry area,
        Address address,
        Trend trend,
        String summary,
        List<String> more,
        List<ChartView> charts,
        List<Action> actions,
        List<Judgement> judgements,
        List<BreakNote> breaks,
        String caption,
        List<String> columns,
        boolean ranked,
        List<FigureRow> rows,
        List<Action> breakdowns,
        List<Action> areas,
        List<Related> related,
        List<SourceEntry> sources,
        List<String> notes,
        List<String> notices,
        String nothing,
        String citation)
        implements Tabulated {
    public IndicatorModel {
        more = List.copyOf(more);
        charts = List.copyOf(charts);
        actions = List.copyOf(actions);
        judgements = List.copyOf(judgements);
        breaks = List.copyOf(breaks);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        breakdowns = List.copyOf(breakdowns);
        areas = List.copyOf(areas);
        related = List.copyOf(related);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
        notices = List.copyOf(notices);
    }

    @Override
    public List<FileTable> tables(FileVisit visit) {
        return new IndicatorFile(this, visit).tables();
    }

    @Override
    public List<Note> notes(FileVisit visit) {
        return new IndicatorFile(this, visit).notes();
    }

    /** Whether a figure is the newest of the area, which the summary speaks of. */
    boolean shows(Observation figure) {
        return trend.lines().stream()
                .filter(line -> line.main() && line.area().equals(area))
                .flatMap(line -> line.points().stream())
                .filter(point -> point.value() != null)
                .reduce((first, second) -> second)
                .filter(newest -> newest.id().equals(figure.id()))
                .isPresent();
    }

    /** A picture at its widths. */
    public record ChartView(String title, String wide, String narrow) {}

    /** A link that does something with the page. */
    public record Action(String text, String link) {}

    /**
     * One of the three judgements.
     *
     * @param question what is judged
     * @param word of the judgement
     * @param text the figures behind it
     * @param rule how it was made
     */
    public record Judgement(String question, String word, String tone, String text, String rule, Action link) {}

    /** Why the line stops. */
    public record BreakNote(String letter, String from, String reason) {}

    /** What measures nearly the same. */
    public record Related(String title, String link, String relation) {}
}
