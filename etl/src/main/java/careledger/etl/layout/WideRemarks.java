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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remarks on a figure from other columns and from its cell. */
final class WideRemarks {
    private static final Pattern PERCENT = Pattern.compile("[0-9]{2}(?:\\.[0-9])?%");

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
                .with(ObservationColumn.CAVEAT, caveat(said, inCell));
        return new Remarks(quartileRead, ragRead, notes);
    }

    /** The words of a caveat, and confidence limits from columns or from the cell. */
    private static Optional<String> caveat(Map<ColumnRole, Said> said, Map<String, String> inCell) {
        Said none = new Said("", "");
        Optional<String> caveat = said.getOrDefault(ColumnRole.CAVEAT, none).present();
        Said lower = said.getOrDefault(ColumnRole.LOWER_LIMIT, new Said("", inCell.getOrDefault("lower", "")));
        Said upper = said.getOrDefault(ColumnRole.UPPER_LIMIT, new Said("", inCell.getOrDefault("upper", "")));
        if (lower.text().isBlank() && upper.text().isBlank()) {
            return caveat;
        }
        Matcher percent = PERCENT.matcher(lower.column());
        String level = percent.find() ? percent.group() + " " : "";
        String limits = lower.text().isBlank() || upper.text().isBlank()
                ? (lower.text().isBlank() ? "upper " : "lower ") + level + "confidence limit " + lower.text()
                        + upper.text()
                : level + "confidence limits " + lower.text() + " to " + upper.text();
        return Optional.of(caveat.map(words -> words + "; " + limits).orElse(limits));
    }

    /** A remark and its column. */
    private record Said(String column, String text) {
        Optional<String> present() {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
    }
}
