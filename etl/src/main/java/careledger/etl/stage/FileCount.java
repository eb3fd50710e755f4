package careledger.etl.stage;

import careledger.etl.input.PlannedFile;
import org.apache.spark.sql.Row;

/**
 * What became of one file. Rows and cells read are those accepted and those rejected.
 *
 * @param rowsRejected rows in which something was refused
 * @param cellsRead cells that hold a figure or a symbol
 * @param claims claims made of the accepted cells; a cell may hold several
 * @param refusedWhole nothing of the file was taken
 */
public record FileCount(
        PlannedFile file,
        int rowsRead,
        int rowsAccepted,
        int rowsRejected,
        int cellsRead,
        int cellsAccepted,
        int cellsRejected,
        int claims,
        boolean refusedWhole) {
    public FileCount {
        if (rowsRead != rowsAccepted + rowsRejected || cellsRead != cellsAccepted + cellsRejected) {
            throw new IllegalStateException("The sums of " + file.path() + " do not meet: rows " + rowsRead + " = "
                    + rowsAccepted + " + " + rowsRejected + ", cells " + cellsRead + " = " + cellsAccepted + " + "
                    + cellsRejected);
        }
    }

    static FileCount unread(PlannedFile file) {
        return new FileCount(file, 0, 0, 0, 0, 0, 0, 0, true);
    }

    /** Of a file of which only so much is shown. */
    static FileCount accepted(PlannedFile file, long rows, long cells, long claims) {
        return new FileCount(file, (int) rows, (int) rows, 0, (int) cells, (int) cells, 0, (int) claims, false);
    }

    /** The reader's counts less what was refused after reading. */
    static FileCount of(PlannedFile file, Row tally, long rowsRefused, long cellsRefused, long claimsRefused) {
        return new FileCount(
                file,
                tally.<Integer>getAs("rows_read"),
                tally.<Integer>getAs("rows_accepted") - (int) rowsRefused,
                tally.<Integer>getAs("rows_rejected") + (int) rowsRefused,
                tally.<Integer>getAs("cells_read"),
                tally.<Integer>getAs("cells_accepted") - (int) cellsRefused,
                tally.<Integer>getAs("cells_rejected") + (int) cellsRefused,
                tally.<Integer>getAs("claims") - (int) claimsRefused,
                tally.<Boolean>getAs("refused_whole"));
    }

    /** @throws IllegalStateException where another number of claims came out */
    FileCount meeting(long claimsInFacts) {
        if (claims != claimsInFacts) {
            throw new IllegalStateException(
                    "Of " + file.path() + " " + claims + " claims were read and " + claimsInFacts + " came out.");
        }
        return this;
    }
}
