package careledger.etl.layout;

import careledger.schema.mapping.Part;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of a wide table, by place, so that one can refer to another. */
final class WideTable {
    private final WideFile mapping;
    private final Map<CellAt, WideCell> cells = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    WideTable(WideFile mapping, List<WideCell> all) {
        this.mapping = mapping;
        for (WideCell cell : all) {
            WideRowAt row = cell.row();
            cells.put(new CellAt(row.csv().line(), cell.column().position()), cell);
            lines.putIfAbsent(WideRows.key(row.row().label()), row.mainLine());
        }
    }

    /** The number that a part stands for; empty where its cell is blank, refused or a symbol. */
    Optional<BigDecimal> number(WideCell cell, Part part) {
        if (part instanceof Part.Difference difference) {
            BigDecimal from = cell.numbers().get(difference.from());
            BigDecimal less = cell.numbers().get(difference.less());
            return from == null || less == null ? Optional.empty() : Optional.of(from.subtract(less));
        }
        return place(cell, part)
                .filter(place -> place.cell().refusals().isEmpty())
                .map(place -> place.cell().numbers().get(place.placeholder()));
    }

    /** Whether there is a symbol where a numerator or denominator should be; a blank cell can be one, too. */
    boolean symbol(WideCell cell, Part part) {
        if (part instanceof Part.Beside) {
            return symbol(beside(cell));
        } else if (part instanceof Part.Above) {
            return symbol(at(cell.row().mainLine(), cell.column()));
        } else if (part instanceof Part.Elsewhere elsewhere) {
            return symbol(cellOf(cell, elsewhere));
        }
        return false;
    }

    private boolean symbol(Optional<WideCell> there) {
        return there.map(cell -> cell.symbol().isPresent()).orElseGet(() -> NamedNumbers.mayBeBlank(mapping.symbols()));
    }

    /** The location of the number that is a numerator or denominator. */
    Optional<NumberAt> place(WideCell cell, Part part) {
        if (part instanceof Part.SameCell same) {
            return Optional.of(new NumberAt(cell, same.figure()));
        } else if (part instanceof Part.Beside) {
            return beside(cell).flatMap(WideTable::first);
        } else if (part instanceof Part.Above) {
            return at(cell.row().mainLine(), cell.column()).flatMap(WideTable::first);
        } else if (part instanceof Part.Elsewhere elsewhere) {
            return elsewhere(cell, elsewhere);
        }
        return Optional.empty();
    }

    private Optional<WideCell> beside(WideCell cell) {
        return cell.column().beside().flatMap(mapping::column).flatMap(column -> at(
                        cell.row().csv().line(), column)
                .or(() -> at(cell.row().mainLine(), column)));
    }

    private Optional<NumberAt> elsewhere(WideCell cell, Part.Elsewhere part) {
        Optional<WideCell> there = cellOf(cell, part);
        return part.figure().isPresent()
                ? there.map(other -> new NumberAt(other, part.figure().get()))
                : there.flatMap(WideTable::first);
    }

    private Optional<WideCell> cellOf(WideCell cell, Part.Elsewhere part) {
        int line = part.row()
                .map(label -> lines.getOrDefault(WideRows.key(label), 0))
                .orElse(cell.row().mainLine());
        WideColumn column = part.column()
                .or(() -> cell.column().beside())
                .flatMap(mapping::column)
                .orElse(cell.column());
        return at(line, column);
    }

    private Optional<WideCell> at(int line, WideColumn column) {
        return Optional.ofNullable(cells.get(new CellAt(line, column.position())));
    }

    private static Optional<NumberAt> first(WideCell cell) {
        return cell.first().map(placeholder -> new NumberAt(cell, placeholder));
    }

    /** A number in a cell. */
    record NumberAt(WideCell cell, String placeholder) {}

    private record CellAt(int line, int column) {}
}
