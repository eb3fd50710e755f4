package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.NeighboursFile;
import careledger.schema.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranked statistical neighbours, one a row. */
final class NeighboursLayout implements Layout {
    private static final List<String> HEADER =
            List.of("model", "area_code", "area_name", "rank", "neighbour_code", "neighbour_name");

    private final Delivery delivery;
    private final String source;
    private final FileReport report;
    private final DuplicateKeys doubles = new DuplicateKeys();

    NeighboursLayout(Delivery delivery, NeighboursFile mapping, FileReport report) {
        this.delivery = delivery;
        this.source = mapping.source().orElseThrow();
        this.report = report;
    }

    @Override
    public Optional<RejectionReason> header(TableRow header) {
        return HeaderCheck.exact(HEADER, header.cells());
    }

    @Override
    public void survey(TableRow row) {
        if (row.cells().size() == HEADER.size()) {
            doubles.add(key(row), row.cells().hashCode());
        }
    }

    @Override
    public void row(TableRow row) {
        Optional<RejectionReason> fault = RowChecks.fault(row, HEADER.size());
        if (fault.isPresent()) {
            report.refuseRow(row.line(), fault.get(), 0);
            return;
        }
        List<RejectionReason> refusals = new ArrayList<>(RowChecks.unclear(row, HEADER, at -> true));
        CatalogueLookup words = new CatalogueLookup(delivery, refusals);
        List<String> cells = row.cells();
        Optional<String> area = words.area(HEADER.get(1), cells.get(1));
        Optional<String> neighbour = words.area(HEADER.get(4), cells.get(4));
        if (cells.get(0).isBlank()) {
            refusals.add(RejectionReason.of(
                    HEADER.get(0), "", Rule.VALUE_MISSING, "Found nothing, expected the model, such as 2025."));
        }
        if (!cells.get(3).matches("[1-9][0-9]{0,3}")) {
            refusals.add(RejectionReason.of(
                    HEADER.get(3),
                    cells.get(3),
                    Rule.VALUE_NOT_A_NUMBER,
                    "Found '" + cells.get(3) + "', expected a rank from 1."));
        }
        RowChecks.doubled(doubles, key(row), "The neighbour or rank", row.line())
                .ifPresent(refusals::add);
        report.refuse(row.line(), refusals);
        report.row(refusals.isEmpty());
        if (refusals.isEmpty()) {
            report.accept(new Outcome.Neighbour(
                    cells.get(0),
                    area.orElseThrow(),
                    neighbour.orElseThrow(),
                    Integer.parseInt(cells.get(3)),
                    source,
                    report.path(),
                    row.line()));
        }
    }

    private static String key(TableRow row) {
        return row.cells().get(0) + "/" + row.cells().get(1) + "/" + row.cells().get(4);
    }
}
