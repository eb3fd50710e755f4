package careledger.answers.slice;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.observation.Warning;
import careledger.answers.observation.WarningCode;
import careledger.answers.observation.Warnings;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.answers.standing.StandingQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures asked about as a table. The filter is checked before.
 *
 * @param down axes of the rows
 * @param across axes of the columns
 * @param focusArea area that comes first
 */
public record SliceQuery(
        ObservationQuery asked, List<SliceAxis> down, List<SliceAxis> across, SliceCell cell, String focusArea) {
    private static final ArgumentPath FILTER = ArgumentPath.of("slice", "filter");

    public SliceQuery {
        down = List.copyOf(down);
        across = List.copyOf(across);
    }

    public Slice answer(Sql sql, ReleaseCatalogue catalogue, QueryLimits limits, String version) throws SQLException {
        checkAxes();
        SliceFigures read = SliceFigures.of(asked, sql, catalogue.attributes(), limits.sliceCells());
        List<Observation> figures = read.shown();
        if (figures.size() > limits.sliceCells()) {
            throw new InvalidQueryException(
                    InvalidArgument.limit(FILTER, QueryLimits.SLICE_CELLS, limits.sliceCells(), figures.size()));
        }
        SliceTable table = SliceTable.of(figures, this, new Axes(catalogue, focusArea));
        long cells = (long) table.rows().size() * table.columns().size();
        if (cells > limits.sliceCells()) {
            throw new InvalidQueryException(
                    InvalidArgument.limit(FILTER, QueryLimits.SLICE_CELLS, limits.sliceCells(), cells));
        }
        List<Warning> warnings = new ArrayList<>(new Warnings(asked, sql, catalogue).of(figures, read.notShown()));
        warnings.addAll(table.warnings());
        warnings.addAll(withoutFigures(figures, catalogue));
        return table.slice(warnings, standings(figures, sql, catalogue, limits), version);
    }

    private Map<String, Standing> standings(
            List<Observation> figures, Sql sql, ReleaseCatalogue catalogue, QueryLimits limits) throws SQLException {
        Optional<StandingGroup> group = cell.group();
        return group.isEmpty()
                ? Map.of()
                : new StandingQuery(figures, group.get(), asked.asOf())
                        .answer(sql, catalogue, limits).stream()
                                .collect(Collectors.toMap(Standing::claim, Function.identity(), (one, two) -> one));
    }

    private void checkAxes() {
        InvalidArguments refusals = new InvalidArguments();
        Set<SliceAxis> used = new HashSet<>();
        checkAxes("rows", down, used, refusals);
        checkAxes("columns", across, used, refusals);
        refusals.throwIfAny();
    }

    private static void checkAxes(String name, List<SliceAxis> axes, Set<SliceAxis> used, InvalidArguments refusals) {
        ArgumentPath at = ArgumentPath.of("slice", name);
        if (axes.isEmpty()) {
            refusals.add(InvalidArgument.badInput(
                    at, "No axis is named.", "Name at least one for rows and one for columns."));
        }
        for (int i = 0; i < axes.size(); i++) {
            if (!used.add(axes.get(i))) {
                refusals.add(InvalidArgument.badInput(
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
