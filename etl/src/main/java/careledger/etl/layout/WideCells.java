package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.CellMapping;
import careledger.schema.mapping.CellTemplate;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.Figure;
import careledger.schema.mapping.PrintedNumbers;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.observation.ObsStatus;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the cells of a wide table's row apart. */
final class WideCells {
    /** {@code 12 %} and {@code £ 12} are written as {@code 12%} and {@code £12} in patterns. */
    private static final Pattern SPACE_AT_A_SIGN = Pattern.compile("(?<=[0-9])\\s+(?=%)|(?<=£)\\s+(?=[-0-9])");

    private final Delivery delivery;
    private final WideFile mapping;
    private final WideRemarks remarks;

    WideCells(Delivery delivery, WideFile mapping, WideRemarks remarks) {
        this.delivery = delivery;
        this.mapping = mapping;
        this.remarks = remarks;
    }

    /** The cells with something in them, those that are wrong with what is wrong with them. */
    List<WideCell> cells(WideRowAt row) {
        List<WideCell> cells = new ArrayList<>();
        for (WideColumn column : mapping.columns()) {
            if (column.role() == ColumnRole.FIGURE && !text(row, column).isBlank()) {
                cells.add(cell(row, column));
            }
        }
        return cells;
    }

    /** What is wrong with the cells that hold no figures: something where the mapping says there is nothing. */
    List<RejectionReason> refusals(WideRowAt row, List<WideCell> cells) {
        List<RejectionReason> refusals = new ArrayList<>();
        for (WideColumn column : mapping.columns()) {
            String text = text(row, column);
            if (column.role() == ColumnRole.BLANK && !text.isBlank()) {
                refusals.add(RejectionReason.of(
                        column.describe(),
                        text,
                        Rule.HEADER_WRONG,
                        "Found '" + text + "' in a column that extract.yaml calls blank."));
            }
            boolean lost = column.role().remark()
                    && !remarks.meaning(column, text).isEmpty()
                    && cells.stream().noneMatch(cell -> remarks.applies(column, cell.column()));
            if (lost) {
                refusals.add(RejectionReason.of(
                        column.describe(),
                        text,
                        Rule.VALUE_MISSING,
                        "Found '" + text + "' about a figure, but there is no figure in its column."));
            }
        }
        return refusals;
    }

    private WideCell cell(WideRowAt row, WideColumn column) {
        String text = text(row, column);
        CellMapping said = mapping.cell(row.row(), column, row.continued());
        List<RejectionReason> refusals = new ArrayList<>();
        if (said.templates().isEmpty()) {
            refusals.add(RejectionReason.of(
                    column.describe(),
                    text,
                    Rule.ROW_UNMAPPED,
                    "Found '" + text + "': no cell pattern in extract.yaml matches this row and column."
                            + " Add a 'cell' to the row or the column."));
            return new WideCell(row, column, said, text, Map.of(), Optional.empty(), Remarks.NONE, refusals);
        }
        ObsStatus symbol = mapping.symbols().get(text.strip());
        Optional<RejectionReason> unclear = row.csv().unclear(column.position() - 1, column.describe());
        if (symbol == null && unclear.isPresent()) {
            refusals.add(unclear.get());
            return new WideCell(row, column, said, text, Map.of(), Optional.empty(), Remarks.NONE, refusals);
        }
        PrintedNumbers.Unmarked unmarked = mapping.printed().unmarked(text);
        String printed = mapping.printed().number(unmarked.text());
        Optional<Taken> taken = symbol == null
                ? taken(said, printed)
                        .or(() -> taken(said, SPACE_AT_A_SIGN.matcher(printed).replaceAll("")))
                : Optional.empty();
        if (symbol == null && taken.isEmpty()) {
            refusals.add(RejectionReason.of(
                    column.describe(),
                    text,
                    Rule.VALUE_NOT_A_NUMBER,
                    "Found '" + text + "', expected a cell printed as "
                            + said.templates().stream()
                                    .map(template -> "'" + template + "'")
                                    .collect(Collectors.joining(" or "))
                            + "." + NumberHints.of(unmarked.text())));
        }
        taken.ifPresent(one -> said.figures().forEach(figure -> delivery.catalogue()
                .indicator(figure.indicator())
                .flatMap(indicator -> UnitSigns.wrong(one.template(), figure.placeholder(), indicator))
                .ifPresent(wrong ->
                        refusals.add(RejectionReason.of(column.describe(), text, Rule.SCALE_UNCLEAR, wrong)))));
        Map<String, String> words = taken.map(Taken::words).orElse(Map.of());
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        words.forEach((placeholder, taking) -> {
            if (!CellTemplate.REMARKS.contains(placeholder)) {
                String plain = UnitSigns.plain(
                        mapping.printed(),
                        taking,
                        said.figure(placeholder).map(Figure::indicator).flatMap(delivery.catalogue()::indicator),
                        said.scale(placeholder));
                Numbers.read(column.describe(), words.size() == 1 ? text : taking, plain, refusals)
                        .map(read -> Numbers.scaled(read, said.scale(placeholder)))
                        .ifPresent(read -> numbers.put(placeholder, read));
            }
        });
        Optional<WideRemarks.First> first = numbers.keySet().stream()
                .findFirst()
                .flatMap(said::figure)
                .flatMap(figure -> delivery.catalogue()
                        .indicator(figure.indicator())
                        .map(indicator -> new WideRemarks.First(indicator, said.scale(figure.placeholder()))));
        Remarks about = remarks.of(row, column, words, first, refusals)
                .withMarks(unmarked.notes())
                .withGrade(mapping.printed().grade(unmarked.text()) ? Optional.of(unmarked.text()) : Optional.empty());
        return new WideCell(row, column, said, text, numbers, Optional.ofNullable(symbol), about, refusals);
    }

    /** What the first pattern takes that the cell is printed by. */
    private static Optional<Taken> taken(CellMapping said, String printed) {
        return said.templates().stream()
                .flatMap(template -> template.match(printed).map(words -> new Taken(template, words)).stream())
                .findFirst();
    }

    private record Taken(CellTemplate template, Map<String, String> words) {}

    private static String text(WideRowAt row, WideColumn column) {
        return row.csv().cells().get(column.position() - 1);
    }
}
