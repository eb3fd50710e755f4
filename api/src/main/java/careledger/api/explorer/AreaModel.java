package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.export.ExportType;
import careledger.answers.observation.Observation;
import careledger.answers.standing.Standing;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.file.FileTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All measures of an area.
 *
 * @param neighbours names of its statistical neighbours
 * @param known sentences about an area without figures; empty for others
 * @param elsewhere areas near it that have figures, where it has none
 */
public record AreaModel(
        AreaEntry area,
        String lead,
        List<Section> sections,
        List<String> neighbours,
        List<String> known,
        List<Action> elsewhere)
        implements Tabulated {
    public AreaModel {
        known = List.copyOf(known);
        elsewhere = List.copyOf(elsewhere);
        sections = List.copyOf(sections);
        neighbours = List.copyOf(neighbours);
    }

    @Override
    public List<FileTable> tables(FileVisit visit) {
        FileTable.Draft draft = FigureColumns.begin(area.name() + ", all measures")
                .texts("Topic")
                .numbers("Neighbours' middle", "Neighbours' lowest", "Neighbours' highest")
                .column("Rank", ExportType.INTEGER)
                .column("Ranked", ExportType.INTEGER);
        for (Section section : sections) {
            for (Row row : section.rows()) {
                Standing beside = row.beside();
                draft.row(
                        beside == null
                                ? FigureColumns.row(row.figure(), visit, section.title(), null, null, null, null, null)
                                : FigureColumns.row(
                                        row.figure(),
                                        visit,
                                        section.title(),
                                        beside.median(),
                                        beside.lowest(),
                                        beside.highest(),
                                        beside.rank(),
                                        beside.ranked()));
            }
        }
        return List.of(draft.done());
    }

    /** The measures of one topic. */
    public record Section(String title, String id, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param strip the figure on the range of its neighbours
     * @param range middle, lowest and highest in words
     * @param beside the neighbours; null where they are not compared
     */
    public record Row(
            String title,
            String link,
            String value,
            String when,
            String strip,
            String range,
            String rank,
            Observation figure,
            @Nullable Standing beside) {}
}
