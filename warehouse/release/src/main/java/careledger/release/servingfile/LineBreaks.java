package careledger.release.servingfile;

import careledger.release.sql.SqlResource;

/** The statement that finds where lines break, for the figures of today or of another day. */
public final class LineBreaks {
    private LineBreaks() {}

    /** @param points a query for the figures that lines are made of; see {@code line_break.sql} */
    public static String of(String points) {
        return "WITH point AS (" + points + "),\n" + SqlResource.of(LineBreaks.class, "line_break");
    }
}
