package careledger.schema.mapping;

import careledger.schema.observation.ObsStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table as printed: periods, areas or members across, measures, periods or members down.
 *
 * @param level what holds for every cell
 * @param symbols cells that stand for a figure that is not there
 */
public record WideFile(
        TableForm form,
        int line,
        Optional<String> source,
        Level level,
        RowLabels labels,
        Map<String, ObsStatus> symbols,
        PrintedNumbers printed,
        List<WideColumn> columns,
        List<WideRow> rows)
        implements FileMapping {
    /** How a cell is printed where nothing is said. */
    public static final CellTemplate ANY = CellTemplate.parse("{value}");

    public WideFile {
        symbols = Map.copyOf(symbols);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public String layout() {
        return "wide";
    }

    public Optional<WideColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * What holds for a cell. Row beats column beats table; only in how a cell is printed does the column beat the row.
     *
     * @param continued the cell is in the second line of a continued row
     */
    public CellMapping cell(WideRow row, WideColumn column, boolean continued) {
        Level below = column.below().orElse(column.level());
        List<Level> excepted = row.except().stream()
                .filter(except -> except.columns().contains(column.name()))
                .map(WideRow.Except::level)
                .toList();
        List<Level> nearestFirst = new ArrayList<>(continued ? List.of(below) : excepted);
        nearestFirst.addAll(List.of(row.level(), column.level(), level));
        List<Level> printedFirst = new ArrayList<>(continued ? List.of(below) : excepted);
        printedFirst.addAll(List.of(column.level(), row.level(), level));

        Context context = nearestFirst.stream().map(Level::context).reduce(Context.NONE, Context::over);
        List<Figure> figures = first(nearestFirst, Level::figures);
        List<CellTemplate> said = first(printedFirst, Level::cell);
        List<String> known = figures.stream().map(Figure::placeholder).toList();
        List<CellTemplate> usable = (said.isEmpty() ? List.of(ANY) : said)
                .stream()
                        .filter(template -> known.containsAll(template.figures()))
                        .toList();
        return new CellMapping(context, usable, figures);
    }

    private static <T> List<T> first(List<Level> levels, Function<Level, List<T>> part) {
        return levels.stream()
                .map(part)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
