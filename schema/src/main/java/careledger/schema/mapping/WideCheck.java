package careledger.schema.mapping;

import careledger.schema.period.TimePeriod;
import careledger.schema.star.ObservationColumn;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of the mapping of a wide table, so that no cell is without a meaning when it is read. */
final class WideCheck {
    private final WideFile file;
    private final YamlMap entry;
    private final List<YamlMap> columnMaps;
    private final List<YamlMap> rowMaps;
    private final DefinitionCheck definitions;
    private final ScaleCheck scales;
    private final PrintedWords printed;
    private final List<String> names;
    private final List<String> labels;

    /** @param entry from which the file's mapping was read without a problem */
    WideCheck(Delivery bare, WideFile file, YamlMap entry) {
        this.file = file;
        this.entry = entry;
        this.columnMaps = entry.maps("columns");
        this.rowMaps = entry.maps("rows");
        this.definitions = new DefinitionCheck(bare);
        this.scales = new ScaleCheck(bare.catalogue());
        this.printed = new PrintedWords(bare.catalogue());
        this.names = file.columns().stream().map(WideColumn::name).toList();
        this.labels = file.rows().stream().map(WideRow::label).toList();
    }

    void check() {
        long labelColumns = file.columns().stream()
                .filter(column -> column.role() == ColumnRole.LABEL)
                .count();
        if (labelColumns == 0 && file.labels().kind() != RowLabels.Kind.COLUMNS) {
            entry.problem(
                    "columns",
                    "No column is the label ('is: label'), nor does one say what its row is about ('is: area', 'is:"
                            + " indicator', 'is: dimension sex', 'is: period').");
        }
        if (labelColumns > 1 && file.labels().kind() != RowLabels.Kind.LISTED) {
            entry.problem(
                    "columns",
                    "Found " + labelColumns + " label columns, whose words make one label together; let one of them"
                            + " mean something by itself: 'is: area', 'is: dimension sex' or 'is: period' instead.");
        }
        boolean listed = file.labels().kind() == RowLabels.Kind.LISTED;
        if (listed && file.rows().isEmpty()) {
            entry.problem("rows", "'rows' lists no row; list every row label, or say with 'label' what they are.");
        }
        for (int i = 0; i < file.columns().size(); i++) {
            column(file.columns().get(i), columnMaps.get(i));
        }
        for (int i = 0; i < file.rows().size(); i++) {
            row(file.rows().get(i), rowMaps.get(i), "label");
        }
        if (!listed) {
            Level nothing = new Level(Context.NONE, List.of(), List.of());
            row(new WideRow("", false, nothing, false, List.of(), file.line()), entry, "columns");
        }
    }

    private void column(WideColumn column, YamlMap map) {
        contradictions(column, map);
        if (column.role() == ColumnRole.INDICATOR) {
            column.values().forEach((word, indicator) -> {
                Optional<String> named = file.level().context().definition();
                definitions.check(map, "values", file.source(), indicator, named);
                boolean scaled = file.level().context().scale().isPresent()
                        || file.columns().stream()
                                .anyMatch(
                                        other -> other.level().context().scale().isPresent());
                scales.header(word, indicator, scaled).ifPresent(problem -> map.problem("values", problem));
            });
        }
        column.beside().ifPresent(name -> named(map, "beside", name));
        column.appliesTo().forEach(name -> named(map, "appliesTo", name));
        boolean referred = file.columns().stream()
                .anyMatch(other -> other.beside().filter(column.name()::equals).isPresent()
                        || other.appliesTo().contains(column.name()));
        if (referred && names.stream().filter(column.name()::equals).count() > 1) {
            map.problem("header", "Two columns are called '" + column.name() + "'; give them names with 'name'.");
        }
    }

    /** What a column's heading, or the words in it, say otherwise than its mapping. */
    private void contradictions(WideColumn column, YamlMap map) {
        Context said = column.level().context();
        if (column.role() == ColumnRole.FIGURE) {
            Context all = said.over(file.level().context());
            boolean ofRows = said.period().isEmpty() && (periodElsewhere() || rows(Context::period));
            all.period()
                    .filter(period -> !ofRows && unexplained(all))
                    .flatMap(period -> PrintedWords.period(column.header(), period))
                    .ifPresent(problem -> map.problem("header", problem));
            boolean placeOfRows = said.area().isEmpty() && (areaElsewhere() || rows(Context::area));
            all.area()
                    .filter(area -> !placeOfRows && said.breakdown().isEmpty())
                    .flatMap(area -> printed.area(column.header(), area))
                    .ifPresent(problem -> map.problem("header", problem));
            printed.member(column.header(), said.breakdown()).ifPresent(problem -> map.problem("header", problem));
        }
        YamlMap values = map.map("values");
        for (String word : values.keys()) {
            String meaning = values.text(word);
            Optional<String> problem = meaning.isEmpty()
                    ? Optional.empty()
                    : switch (column.role()) {
                        case DIMENSION -> printed.member(word, Map.of(column.of(), meaning));
                        case PERIOD -> PrintedWords.period(word, TimePeriod.parse(meaning));
                        default -> Optional.empty();
                    };
            problem.ifPresent(wrong -> values.problem(word, wrong));
        }
    }

    /** The same of a row's label. */
    private void contradictions(WideRow row, YamlMap map) {
        Context said = row.level().context();
        said.period()
                .filter(period -> unexplained(said.over(file.level().context())))
                .flatMap(period -> PrintedWords.period(row.label(), period))
                .ifPresent(problem -> map.problem("label", problem));
        boolean placeOfColumns = said.area().isEmpty()
                && (areaElsewhere()
                        || file.columns().stream()
                                .anyMatch(column ->
                                        column.level().context().area().isPresent()));
        said.area()
                .or(() -> file.level().context().area())
                .filter(area -> file.labels().kind() == RowLabels.Kind.LISTED
                        && !placeOfColumns
                        && said.breakdown().isEmpty()
                        && !row.heading())
                .flatMap(area -> printed.area(row.label(), area))
                .ifPresent(problem -> map.problem("label", problem));
        printed.member(row.label(), said.breakdown()).ifPresent(problem -> map.problem("label", problem));
    }

    private static boolean unexplained(Context said) {
        return said.notes().of(ObservationColumn.PERIOD_NOTE).isEmpty();
    }

    private boolean rows(Function<Context, Optional<?>> say) {
        return file.rows().stream()
                .anyMatch(row -> say.apply(row.level().context()).isPresent());
    }

    private boolean periodElsewhere() {
        return file.labels().kind() == RowLabels.Kind.PERIOD || has(ColumnRole.PERIOD);
    }

    private boolean areaElsewhere() {
        return file.labels().kind() == RowLabels.Kind.AREA || has(ColumnRole.AREA);
    }

    private void row(WideRow row, YamlMap map, String key) {
        row.except().forEach(except -> except.columns().forEach(name -> named(map, "except", name)));
        if (row.heading() || (row.level().figures().isEmpty() && has(ColumnRole.INDICATOR))) {
            return;
        }
        if (key.equals("label")) {
            contradictions(row, map);
        }
        Set<String> told = new HashSet<>();
        boolean fits = file.columns().stream()
                .filter(column -> column.role() == ColumnRole.FIGURE)
                .anyMatch(column -> !file.cell(row, column, false).templates().isEmpty());
        if (!fits) {
            map.problem(
                    key,
                    "No 'cell' fits the figures of this row in any column; its placeholders must be listed under"
                            + " 'figures' (or 'indicator', whose placeholder is {value}).");
            return;
        }
        Set<Boolean> shares = file.columns().stream()
                .filter(column -> column.role() == ColumnRole.FIGURE)
                .flatMap(column -> Stream.concat(shares(row, column, false), shares(row, column, true)))
                .collect(Collectors.toSet());
        for (WideColumn column : file.columns()) {
            if (column.role() == ColumnRole.FIGURE) {
                List<String> problems = new ArrayList<>(problems(row, column, false));
                unit(row, column, shares).ifPresent(problems::add);
                column.below().ifPresent(below -> problems.addAll(problems(row, column, true)));
                problems.stream().filter(told::add).forEach(problem -> map.problem(key, problem));
                file.cell(row, column, false)
                        .figures()
                        .forEach(figure -> definition(row, column, figure, map, key, told));
            }
        }
    }

    /**
     * Which other unit the words beside a cell's only figure name; beside several figures they may belong to any.
     *
     * @param shares whether percentages, and other figures, are in the cells of the row, so that its label may be of both
     */
    private Optional<String> unit(WideRow row, WideColumn column, Set<Boolean> shares) {
        CellMapping cell = file.cell(row, column, false);
        if (cell.figures().size() != 1 || cell.templates().isEmpty()) {
            return Optional.empty();
        }
        Figure only = cell.figures().get(0);
        boolean other = shares(row, column, true).anyMatch(share -> share != printed.share(only.indicator()));
        return cell.scale(only.placeholder()).isPresent()
                ? Optional.empty()
                : printed.unit(other ? "" : column.header(), shares.size() > 1 ? "" : row.label(), only.indicator());
    }

    /** Of each figure of a cell, whether it is a percentage. */
    private Stream<Boolean> shares(WideRow row, WideColumn column, boolean below) {
        return below && column.below().isEmpty()
                ? Stream.of()
                : file.cell(row, column, below).figures().stream()
                        .map(Figure::indicator)
                        .map(printed::share);
    }

    private void definition(WideRow row, WideColumn column, Figure figure, YamlMap map, String key, Set<String> told) {
        Optional<String> named = figure.definition()
                .or(() -> file.cell(row, column, false).context().definition());
        if (told.add(figure.indicator() + "/" + named.orElse(""))) {
            definitions.check(map, key, file.source(), figure.indicator(), named);
        }
    }

    private List<String> problems(WideRow row, WideColumn column, boolean continued) {
        CellMapping cell = file.cell(row, column, continued);
        List<String> problems = new ArrayList<>();
        String where = " for the column '" + column.describe() + "'";
        if (cell.figures().isEmpty()) {
            return List.of("Nothing says which indicator" + where + ": 'indicator' or 'figures' is missing.");
        }
        if (cell.templates().isEmpty()) {
            return List.of();
        }
        for (CellTemplate template : cell.templates()) {
            boolean scaled = template.figures().stream()
                    .anyMatch(name -> cell.scale(name).isPresent());
            ScaleCheck.cell(template, scaled, file.printed()).ifPresent(problems::add);
        }
        for (Figure figure : cell.figures()) {
            boolean scaled = cell.scale(figure.placeholder()).isPresent();
            scales.header(column.header(), figure.indicator(), scaled)
                    .or(() -> scales.header(row.label(), figure.indicator(), scaled))
                    .ifPresent(problems::add);
        }
        if (cell.context().area().isEmpty() && !areaElsewhere()) {
            problems.add("Nothing says which area" + where + ": 'area' is missing.");
        }
        boolean periodOfEach =
                cell.figures().stream().allMatch(figure -> figure.period().isPresent());
        if (cell.context().period().isEmpty() && !periodElsewhere() && !periodOfEach) {
            problems.add("Nothing says which period" + where + ": 'period' is missing.");
        }
        for (Figure figure : cell.figures()) {
            figure.numerator().ifPresent(part -> part(part, cell, column, continued, problems));
            figure.denominator().ifPresent(part -> part(part, cell, column, continued, problems));
        }
        return problems;
    }

    private boolean has(ColumnRole role) {
        return file.columns().stream().anyMatch(column -> column.role() == role);
    }

    private void part(Part part, CellMapping cell, WideColumn column, boolean continued, List<String> problems) {
        if (part instanceof Part.SameCell same) {
            placeholder(same.figure(), cell, problems);
        } else if (part instanceof Part.Difference difference) {
            placeholder(difference.from(), cell, problems);
            placeholder(difference.less(), cell, problems);
        } else if (part instanceof Part.Elsewhere elsewhere) {
            elsewhere
                    .row()
                    .filter(row -> !labels.contains(row))
                    .ifPresent(row -> problems.add("No row '" + row + "' is listed." + Nearest.sentence(row, labels)));
            elsewhere
                    .column()
                    .filter(name -> !names.contains(name))
                    .ifPresent(
                            name -> problems.add("There is no column '" + name + "'." + Nearest.sentence(name, names)));
        } else if (part instanceof Part.Above && column.below().isEmpty() && !continued) {
            problems.add("'above' is only allowed under 'below'.");
        }
    }

    private static void placeholder(String name, CellMapping cell, List<String> problems) {
        if (cell.figure(name).isEmpty()) {
            List<String> known =
                    cell.figures().stream().map(Figure::placeholder).toList();
            problems.add("There is no figure '" + name + "' in the cell." + Nearest.sentence(name, known)
                    + " Also possible: beside, above, or {row: …, column: …, figure: …}.");
        }
    }

    private void named(YamlMap map, String key, String name) {
        if (!names.contains(name)) {
            map.problem(key, "There is no column '" + name + "'." + Nearest.sentence(name, names));
        }
    }
}
