package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands the outcomes of one file over and counts them, so that read is always accepted and rejected. */
final class FileReport {
    private final String path;
    private final Consumer<Outcome> out;
    private int rowsAccepted;
    private int rowsRejected;
    private int cellsAccepted;
    private int cellsRejected;
    private int claims;
    private int neighbours;
    private boolean refusedWhole;
    private Optional<CellLocations> places = Optional.empty();

    FileReport(String path, Consumer<Outcome> out) {
        this.path = path;
        this.out = out;
    }

    /** Lets refusals name the cells of a workbook. */
    void placed(CellLocations cells) {
        places = Optional.of(cells);
    }

    String path() {
        return path;
    }

    void row(boolean accepted) {
        if (accepted) {
            rowsAccepted++;
        } else {
            rowsRejected++;
        }
    }

    void cells(boolean accepted, int howMany) {
        if (accepted) {
            cellsAccepted += howMany;
        } else {
            cellsRejected += howMany;
        }
    }

    void accept(Claim claim, String column) {
        claims++;
        out.accept(new Outcome.Accepted(claim, column));
    }

    void accept(Outcome.Neighbour neighbour) {
        neighbours++;
        out.accept(neighbour);
    }

    void refuse(int line, List<RejectionReason> refusals) {
        refusals.forEach(refusal -> refuse(line, refusal));
    }

    void refuse(int line, RejectionReason refusal) {
        String where = places.flatMap(cells -> cells.of(line, refusal.column()))
                .map(cell -> cell + ": ")
                .orElse("");
        out.accept(new Outcome.Refused(
                new Rejection(path, line, refusal.column(), refusal.text(), refusal.rule(), where + refusal.reason())));
    }

    /** Says what the mapping wants left out. */
    void leftOut(int line, String what) {
        refuse(line, RejectionReason.whole(Rule.LEFT_OUT, "Left out: " + what + (what.endsWith(".") ? "" : ".")));
    }

    /** Counts rows that the mapping wants left out as read and not taken. */
    void rowsLeftOut(int howMany) {
        rowsRejected += howMany;
    }

    /** Refuses a row that cannot be taken apart, with all its figures. */
    void refuseRow(int line, RejectionReason refusal, int figures) {
        refuse(line, refusal);
        row(false);
        cells(false, figures);
    }

    void refuseWhole(int line, RejectionReason refusal) {
        refusedWhole = true;
        refuse(line, refusal);
    }

    void refuseWhole(int line, Rule rule, String reason) {
        refuseWhole(line, RejectionReason.whole(rule, reason));
    }

    void finish() {
        out.accept(new Outcome.Tally(
                path,
                rowsAccepted + rowsRejected,
                rowsAccepted,
                rowsRejected,
                cellsAccepted + cellsRejected,
                cellsAccepted,
                cellsRejected,
                claims,
                neighbours,
                refusedWhole));
    }
}
