package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.observation.Notes;
import careledger.schema.observation.Rag;
import careledger.schema.star.ObservationColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Remarks on a figure from other columns and from its cell. */
final class WideRemarks {
    private final WideFile mapping;
    private final CatalogueLookup words;
    private final List<RejectionReason> found;

    /** @param found where {@code words} puts what it refuses */
    WideRemarks(WideFile mapping, CatalogueLookup words, List<RejectionReason> found) {
        this.mapping = mapping;
        this.words = words;
        this.found = found;
    }

    /** Whether a column of remarks is about another column. */
    boolean applies(WideColumn remark, WideColumn figures) {
        return remark.appliesTo().isEmpty()
                ? mapping.columns().stream()
                        .filter(column -> column.role() == ColumnRole.FIGURE)
                        .findFirst()
                        .filter(figures::equals)
                        .isPresent()
                : remark.appliesTo().contains(figures.name());
    }

    /** What a printed remark means; empty where it says nothing. */
    String meaning(WideColumn column, String text) {
        return column.values().getOrDefault(text.strip(), text.strip());
    }

    /** @param inCell remarks from the cell itself, by placeholder; they take precedence over those of columns */
    Remarks of(WideRowAt row, WideColumn figures, Map<String, String> inCell, List<RejectionReason> refusals) {
        Map<ColumnRole, Said> said = new HashMap<>();
        for (WideColumn column : mapping.columns()) {
            if (column.role().remark() && applies(column, figures)) {
                String text = meaning(column, row.csv().cells().get(column.position() - 1));
                said.put(column.role(), new Said(column.describe(), text));
            }
        }
        for (ColumnRole role : List.of(ColumnRole.BAND, ColumnRole.QUARTILE, ColumnRole.RAG, ColumnRole.DIRECTION)) {
            String text = inCell.get(role.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                said.put(role, new Said(figures.describe(), text));
            }
        }
        Said none = new Said("", "");
        Said quartile = said.getOrDefault(ColumnRole.QUARTILE, none);
        Said rag = said.getOrDefault(ColumnRole.RAG, none);
        OptionalInt quartileRead = words.quartile(quartile.column(), quartile.text());
        Optional<Rag> ragRead = words.rag(rag.column(), rag.text());
        refusals.addAll(found);
        found.clear();
        Notes notes = Notes.NONE
                .with(
                        ObservationColumn.DIRECTION,
                        said.getOrDefault(ColumnRole.DIRECTION, none).present())
                .with(
                        ObservationColumn.BAND,
                        said.getOrDefault(ColumnRole.BAND, none).present())
                .with(
                        ObservationColumn.CAVEAT,
                        said.getOrDefault(ColumnRole.CAVEAT, none).present());
        return new Remarks(quartileRead, ragRead, notes);
    }

    /** A remark and its column. */
    private record Said(String column, String text) {
        Optional<String> present() {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
    }
}
