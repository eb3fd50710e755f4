package careledger.etl.layout;

import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;

/** What comes of reading a delivered file: figures, refusals, neighbours, and one tally at the end. */
public sealed interface Outcome {
    /**
     * @param column header of the column of the figure
     */
    record Accepted(Claim claim, String column) implements Outcome {}

    /** A row, a cell or the whole file that was refused. */
    record Refused(Rejection rejection) implements Outcome {}

    /**
     * One area's statistical neighbour.
     *
     * @param rank 1 is the nearest
     * @param file path below the extracts root
     * @param line on which the row begins
     */
    record Neighbour(String model, String areaId, String neighbourId, int rank, String sourceId, String file, int line)
            implements Outcome {}

    /**
     * Sums over the file: read is accepted and rejected, for rows and for cells.
     *
     * @param rowsRead data rows, without the header
     * @param rowsRejected rows in which anything was refused
     * @param cellsRead cells with a figure or a symbol; of a row that cannot be taken apart, one per column of figures
     * @param refusedWhole nothing of the file was accepted, for a fault of the file itself
     */
    record Tally(
            String path,
            int rowsRead,
            int rowsAccepted,
            int rowsRejected,
            int cellsRead,
            int cellsAccepted,
            int cellsRejected,
            int claims,
            int neighbours,
            boolean refusedWhole)
            implements Outcome {}
}
