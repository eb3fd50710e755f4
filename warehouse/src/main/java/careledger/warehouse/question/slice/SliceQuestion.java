package careledger.warehouse.question.slice;

import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.QuestionRefused;
import careledger.warehouse.question.Refusal;
import careledger.warehouse.question.Refusals;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.question.observation.Warning;
import careledger.warehouse.question.observation.WarningCode;
import careledger.warehouse.question.observation.Warnings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The figures asked about as a table. The filter is checked before.
 *
 * @param down axes of the rows
 * @param across axes of the columns
 * @param focusArea area that comes first
 */
public record SliceQuestion(
        Asked asked, List<SliceAxis> down, List<SliceAxis> across, SliceCell cell, String focusArea) {
    private static final ArgumentPath FILTER = ArgumentPath.of("slice", "filter");

    public SliceQuestion {
        down = List.copyOf(down);
        across = List.copyOf(across);
    }

    public Slice answer(Sql sql, ReleaseCatalogue catalogue, QuestionLimits limits, String version)
            throws SQLException {
        checkAxes();
        SliceFigures read = SliceFigures.of(asked, sql, catalogue.attributes(), limits.sliceCells());
        List<Observation> figures = read.shown();
        if (figures.size() > limits.sliceCells()) {
            throw new QuestionRefused(
                    Refusal.limit(FILTER, QuestionLimits.SLICE_CELLS, limits.sliceCells(), figures.size()));
        }
        SliceTable table = SliceTable.of(figures, this, new Axes(catalogue, focusArea));
        long cells = (long) table.rows().size() * table.columns().size();
        if (cells > limits.sliceCells()) {
            throw new QuestionRefused(Refusal.limit(FILTER, QuestionLimits.SLICE_CELLS, limits.sliceCells(), cells));
        }
        List<Warning> warnings = new ArrayList<>(new Warnings(asked, sql, catalogue).of(figures, read.notShown()));
        warnings.addAll(table.warnings());
        warnings.addAll(withoutFigures(figures, catalogue));
        return table.slice(warnings, version);
    }

    private void checkAxes() {
        Refusals refusals = new Refusals();
        Set<SliceAxis> used = new HashSet<>();
        checkAxes("rows", down, used, refusals);
        checkAxes("columns", across, used, refusals);
        refusals.throwIfAny();
    }

    private static void checkAxes(String name, List<SliceAxis> axes, Set<SliceAxis> used, Refusals refusals) {
        ArgumentPath at = ArgumentPath.of("slice", name);
        if (axes.isEmpty()) {
            refusals.add(Refusal.badInput(at, "No axis is named.", "Name at least one for rows and one for columns."));
        }
        for (int i = 0; i < axes.size(); i++) {
            if (!used.add(axes.get(i))) {
                refusals.add(Refusal.badInput(
                        at.at(i), axes.get(i) + " is named twice.", "Put each axis in rows or columns, once."));
            }
        }
    }

    private List<Warning> withoutFigures(List<Observation> figures, ReleaseCatalogue catalogue) {
        Set<String> found = figures.stream().map(Observation::indicator).collect(Collectors.toSet());
        List<String> missing = asked.filter().indicators().stream()
                .filter(id -> !found.contains(id))
                .map(id -> catalogue.indicator(id).map(IndicatorEntry::title).orElse(id))
                .toList();
        return figures.isEmpty() || missing.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        WarningCode.NO_FIGURES_FOR,
                        "No figures, and so no row or column, for: " + String.join("; ", missing) + "."));
    }

    boolean uses(SliceAxis axis) {
        return down.contains(axis) || across.contains(axis);
    }
}
