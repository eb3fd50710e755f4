package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import java.util.List;

/**
 * All measures of an area.
 *
 * @param neighbours names of its statistical neighbours
 */
public record AreaModel(AreaEntry area, String lead, List<Section> sections, List<String> neighbours) {
    public AreaModel {
        sections = List.copyOf(sections);
        neighbours = List.copyOf(neighbours);
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
     */
    public record Row(String title, String link, String value, String when, String strip, String range, String rank) {}
}
