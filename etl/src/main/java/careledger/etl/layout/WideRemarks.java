package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.observation.Notes;
import careledger.schema.observation.Rag;
import careledger.schema.star.ObservationColumn;
import java.math.BigDecimal;
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
    private final NamedNumbers named;

    /** @param found where {@code words} puts what it refuses */
    WideRemarks(WideFile mapping, CatalogueLookup words, List<RejectionReason> found) {
        this.mapping = mapping;
        this.words = words;
        this.found = found;
        this.named = new NamedNumbers(mapping.symbols(), mapping.printed());
    }

    /**
     * What remarks are about: the first number of a cell.
     *
     * @param scale what the mapping multiplies it by
     */
    record First(Indicator indicator, Optional<BigDecimal> scale) {}

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

    /**
     * @param inCell remarks from the cell itself, by placeholder; they take precedence over those of columns
     * @param number what they are about; empty where the cell holds no number
     */
    Remarks of(
            WideRowAt row,
            WideColumn figures,
            Map<String, String> inCell,
            Optional<First> number,
            List<RejectionReason> refusals) {
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
                .with(ObservationColumn.CAVEAT, caveat(said, limits(said, inCell, figures, number, refusals)));
        return new Remarks(quartileRead, ragRead, notes);
    }

    /** The words of a caveat, and confidence limits. */
    private static Optional<String> caveat(Map<ColumnRole, Said> said, Optional<String> limits) {
        Optional<String> caveat =
                said.getOrDefault(ColumnRole.CAVEAT, new Said("", "")).present();
        return limits.isPresent()
                ? Optional.of(caveat.map(words -> words + "; ").orElse("") + limits.get())
                : caveat;
    }

    /**
     * Confidence limits from columns or from the cell, where it holds a number that they can be of. Cells that cannot
     * be read have been refused before.
     */
    private Optional<String> limits(
            Map<ColumnRole, Said> said,
            Map<String, String> inCell,
            WideColumn figures,
            Optional<First> number,
            List<RejectionReason> refusals) {
        Optional<NamedNumbers.Printed> lower = limit(ColumnRole.LOWER_LIMIT, "lower", said, inCell, figures);
        Optional<NamedNumbers.Printed> upper = limit(ColumnRole.UPPER_LIMIT, "upper", said, inCell, figures);
        Matcher percent = PERCENT.matcher(
                lower.or(() -> upper).map(NamedNumbers.Printed::column).orElse(""));
        String level = percent.find() ? percent.group() : "";
        return number.flatMap(of -> named.limits(level, lower, upper, of.indicator(), of.scale(), refusals));
    }

    private static Optional<NamedNumbers.Printed> limit(
            ColumnRole role,
            String placeholder,
            Map<ColumnRole, Said> said,
            Map<String, String> inCell,
            WideColumn figures) {
        return Optional.ofNullable(said.get(role))
                .map(column -> new NamedNumbers.Printed(column.column(), column.text(), Optional.empty()))
                .or(() -> Optional.ofNullable(inCell.get(placeholder))
                        .map(text -> new NamedNumbers.Printed(figures.describe(), text, Optional.empty())));
    }

    /** A remark and its column. */
    private record Said(String column, String text) {
        Optional<String> present() {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
    }
}
