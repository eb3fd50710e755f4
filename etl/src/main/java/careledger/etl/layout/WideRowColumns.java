package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.Context;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.Figure;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.mapping.WideRow;
import careledger.schema.observation.Notes;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the columns beside the label say that the figures of a row are about: area, members, indicator, kind of value. */
final class WideRowColumns {
    private final WideFile mapping;
    private final Delivery delivery;
    private final CatalogueLookup words;
    private final List<RejectionReason> refusals;
    private final List<WideColumn> columns;

    WideRowColumns(WideFile mapping, Delivery delivery, CatalogueLookup words, List<RejectionReason> refusals) {
        this.mapping = mapping;
        this.delivery = delivery;
        this.words = words;
        this.refusals = refusals;
        this.columns = mapping.columns().stream()
                .filter(column -> column.role().describesRow())
                .toList();
    }

    /** What these columns print in a row, which with its label makes it another row than those with the same label. */
    String printed(TableRow csv) {
        StringBuilder printed = new StringBuilder();
        for (WideColumn column : columns) {
            String text = text(csv, column);
            printed.append(printed.isEmpty() || text.isEmpty() ? "" : " / ").append(text);
        }
        return printed.toString();
    }

    /** The row with what its columns mean; empty, with a refusal, where one of them means nothing. */
    Optional<WideRow> meaning(TableRow csv, WideRow row) {
        Optional<String> area = Optional.empty();
        Optional<ValueKind> kind = Optional.empty();
        SortedMap<String, String> members = new TreeMap<>();
        Optional<Figure> figure = Optional.empty();
        int before = refusals.size();
        for (WideColumn column : columns) {
            String text = text(csv, column);
            if (text.isEmpty() && said(row, column)) {
                continue;
            }
            String meant = column.values().getOrDefault(text, text);
            if (column.role() == ColumnRole.AREA) {
                area = words.area(column.describe(), meant);
            } else if (column.role() == ColumnRole.DIMENSION && !(meant.isEmpty() && !text.isEmpty())) {
                words.member(column.describe(), column.of(), meant)
                        .filter(member -> !member.total())
                        .ifPresent(member -> members.put(column.of(), member.id()));
            } else if (column.role() == ColumnRole.VALUE_KIND) {
                kind = words.constant(column.describe(), meant, ValueKind.class);
            } else if (column.role() == ColumnRole.INDICATOR) {
                figure = indicator(column, text).map(id -> Figure.plain("value", id));
            }
        }
        if (refusals.size() > before) {
            return Optional.empty();
        }
        Context context = new Context(
                area,
                Optional.empty(),
                members,
                kind,
                Optional.empty(),
                Notes.NONE,
                Optional.empty(),
                Optional.empty());
        return Optional.of(row.meaning(context, figure.stream().toList()));
    }

    /** Whether a listed row says by itself what a blank cell of the column leaves open. */
    private static boolean said(WideRow row, WideColumn column) {
        Context said = row.level().context();
        boolean members = row.breakdownSaid()
                && (said.breakdown().isEmpty() || said.breakdown().containsKey(column.of()));
        return (column.role() == ColumnRole.DIMENSION && members)
                || (column.role() == ColumnRole.AREA && said.area().isPresent())
                || (column.role() == ColumnRole.VALUE_KIND && said.valueKind().isPresent());
    }

    private Optional<String> indicator(WideColumn column, String text) {
        String id = column.values().get(text);
        if (id == null && !column.values().isEmpty()) {
            refusals.add(RejectionReason.of(
                    column.describe(),
                    text,
                    Rule.INDICATOR_UNKNOWN,
                    "extract.yaml does not say under 'values' which indicator '" + text + "' is."
                            + Nearest.sentence(text, column.values().keySet())));
            return Optional.empty();
        }
        Optional<Indicator> known = words.indicator(column.describe(), id == null ? text : id);
        Optional<String> named = mapping.level().context().definition();
        if (known.isPresent()
                && delivery.definition(known.get(), mapping.source().orElseThrow(), named)
                        .isEmpty()) {
            refusals.add(RejectionReason.of(
                    column.describe(),
                    text,
                    Rule.DEFINITION_UNKNOWN,
                    "The catalogue does not say by which definition the source measures '"
                            + known.get().id() + "'."));
            return Optional.empty();
        }
        return known.map(Indicator::id);
    }

    private static String text(TableRow csv, WideColumn column) {
        return csv.cells().get(column.position() - 1).strip();
    }
}
