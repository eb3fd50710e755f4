package careledger.answers.slice;

import careledger.answers.observation.Observation;
import careledger.answers.observation.Warning;
import careledger.answers.observation.WarningCode;
import careledger.answers.standing.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures laid out: one chosen figure at most in each cell.
 *
 * @param rows in order, each with its figures by column
 */
record SliceTable(
        List<AxisKey> columns,
        Map<AxisKey, Map<AxisKey, Observation>> rows,
        SliceQuery question,
        List<Warning> warnings) {
    private static final int NAMED = 3;

    static SliceTable of(List<Observation> figures, SliceQuery question, Axes axes) {
        Map<AxisKey, Map<AxisKey, List<Observation>>> cells = new HashMap<>();
        Set<AxisKey> columns = new HashSet<>();
        for (Observation figure : figures) {
            AxisKey row = axes.key(question.down(), figure);
            AxisKey column = axes.key(question.across(), figure);
            columns.add(column);
            cells.computeIfAbsent(row, key -> new HashMap<>())
                    .computeIfAbsent(column, key -> new ArrayList<>(1))
                    .add(figure);
        }
        return choose(cells, columns.stream().sorted().toList(), question);
    }

    private static SliceTable choose(
            Map<AxisKey, Map<AxisKey, List<Observation>>> cells, List<AxisKey> columns, SliceQuery question) {
        CellChoice choice = new CellChoice(question);
        Map<AxisKey, Map<AxisKey, Observation>> chosen = new LinkedHashMap<>();
        List<String> several = new ArrayList<>();
        new TreeMap<>(cells).forEach((row, byColumn) -> new TreeMap<>(byColumn).forEach((column, figures) -> {
            Observation figure = choice.of(figures);
            chosen.computeIfAbsent(row, key -> new HashMap<>()).put(column, figure);
            if (figures.size() > 1) {
                several.add(String.join(", ", row.labels()) + " in " + String.join(", ", column.labels()) + " ("
                        + figure.periodLabel() + " of " + figures.size() + ")");
            }
        }));
        return new SliceTable(columns, chosen, question, warnings(several));
    }

    /** @param standings by claim, where the cells are ranks */
    Slice slice(List<Warning> allWarnings, Map<String, Standing> standings, String version) {
        return new Slice(
                columns.stream()
                        .map(column -> new Slice.Column(column.key(), column.labels()))
                        .toList(),
                rows.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue(), standings))
                        .toList(),
                allWarnings,
                version);
    }

    private Slice.Row row(AxisKey row, Map<AxisKey, Observation> byColumn, Map<String, Standing> standings) {
        List<@Nullable Double> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (AxisKey column : columns) {
            Observation figure = byColumn.get(column);
            if (figure != null && question.cell().group().isPresent()) {
                Standing standing = standings.get(figure.claim());
                numbers.add(question.cell().number(standing));
                texts.add(question.cell().text(standing));
            } else {
                numbers.add(figure == null ? null : question.cell().number(figure));
                texts.add(figure == null ? "" : text(figure));
            }
        }
        return new Slice.Row(row.key(), row.labels(), numbers, texts);
    }

    /** In a year's cell, a figure of another span than the year carries its period. */
    private String text(Observation figure) {
        String text = question.cell().text(figure);
        boolean yearly = question.uses(SliceAxis.REPORTING_YEAR) && !question.uses(SliceAxis.PERIOD);
        return yearly && !text.isEmpty() && !CellChoice.ofWholeYear(figure)
                ? text + " (" + figure.periodLabel() + ")"
                : text;
    }

    private static List<Warning> warnings(List<String> several) {
        if (several.isEmpty()) {
            return List.of();
        }
        String first = String.join("; ", several.subList(0, Math.min(NAMED, several.size())));
        String rest = several.size() > NAMED ? "; and " + (several.size() - NAMED) + " more" : "";
        return List.of(new Warning(
                WarningCode.CHOSEN_IN_YEAR,
                several.size() + (several.size() == 1 ? " cell had" : " cells had")
                        + " several figures in one reporting year; a number is shown before a symbol, then the one"
                        + " whose period ends last, then the longest: " + first + rest + "."));
    }
}
