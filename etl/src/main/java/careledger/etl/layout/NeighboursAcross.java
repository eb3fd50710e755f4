package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.NeighboursFile;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Ranked statistical neighbours with one row an area: its neighbours follow in the same row, nearest first. */
final class NeighboursAcross implements Layout {
    private final Delivery delivery;
    private final NeighboursFile.Across columns;
    private final String source;
    private final FileReport report;
    private final DuplicateKeys doubles = new DuplicateKeys();
    private List<String> header = List.of();

    NeighboursAcross(Delivery delivery, NeighboursFile mapping, NeighboursFile.Across columns, FileReport report) {
        this.delivery = delivery;
        this.columns = columns;
        this.source = mapping.source().orElseThrow();
        this.report = report;
    }

    @Override
    public boolean endsUnnamed() {
        return true;
    }

    /** Columns that are not wanted may have one name, or none. */
    @Override
    public Optional<RejectionReason> header(TableRow row) {
        header = row.cells();
        List<String> needed = new ArrayList<>(columns.neighbours());
        needed.add(columns.area());
        for (String column : needed) {
            int found = Collections.frequency(header, column);
            if (found != 1) {
                return Optional.of(RejectionReason.of(
                        column,
                        column,
                        Rule.HEADER_WRONG,
                        "The column '" + column + "' is here " + (found == 0 ? "nowhere" : found + " times")
                                + ", expected once." + Nearest.sentence(column, header)));
            }
        }
        return header.stream()
                .filter(column -> !needed.contains(column) && !columns.ignore().contains(column))
                .findFirst()
                .map(column -> RejectionReason.of(
                        column,
                        column,
                        Rule.HEADER_WRONG,
                        "No entry of extract.yaml covers the column '" + column
                                + "'; name it under 'neighbours' or 'ignore'."));
    }

    @Override
    public void survey(TableRow row) {
        if (row.fault().isEmpty() && row.cells().size() == header.size()) {
            doubles.add(text(row, columns.area()), row.cells().hashCode());
        }
    }

    @Override
    public void row(TableRow row) {
        Optional<RejectionReason> fault = RowChecks.fault(row, header.size());
        if (fault.isPresent()) {
            report.refuseRow(row.line(), fault.get(), 0);
            return;
        }
        List<RejectionReason> refusals = new ArrayList<>(
                RowChecks.unclear(row, header, at -> !columns.ignore().contains(header.get(at))));
        CatalogueLookup words = new CatalogueLookup(delivery, refusals);
        Optional<String> area = words.area(columns.area(), text(row, columns.area()));
        List<Optional<String>> neighbours = columns.neighbours().stream()
                .map(column -> words.area(column, text(row, column)))
                .toList();
        RowChecks.doubled(doubles, text(row, columns.area()), "The row of", row.line())
                .ifPresent(refusals::add);
        report.refuse(row.line(), refusals);
        report.row(refusals.isEmpty());
        if (refusals.isEmpty()) {
            for (int rank = 1; rank <= neighbours.size(); rank++) {
                report.accept(new Outcome.Neighbour(
                        columns.model(),
                        area.orElseThrow(),
                        neighbours.get(rank - 1).orElseThrow(),
                        rank,
                        source,
                        report.path(),
                        row.line()));
            }
        }
    }

    private String text(TableRow row, String column) {
        return row.cells().get(header.indexOf(column)).strip();
    }
}
