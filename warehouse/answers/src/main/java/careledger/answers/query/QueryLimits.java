package careledger.answers.query;

/**
 * How much one question may ask for; more is refused, never cut.
 *
 * @param pageRows rows of one page
 * @param listLength values in one list of a filter
 * @param sliceCells cells of one slice, and figures read for it
 */
public record QueryLimits(int pageRows, int listLength, int sliceCells) {
    public static final String PAGE_ROWS = "pageRows";
    public static final String LIST_LENGTH = "listLength";
    public static final String SLICE_CELLS = "sliceCells";
    public static final QueryLimits DEFAULT = new QueryLimits(10_000, 200, 100_000);

    public QueryLimits {
        if (pageRows < 1 || listLength < 1 || sliceCells < 1) {
            throw new IllegalArgumentException("every limit of a question is at least 1");
        }
    }

    /** @throws InvalidQueryException unless {@code first} is 1 to {@link #pageRows} */
    public void checkPage(ArgumentPath argument, int first) {
        if (first < 1) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    argument,
                    "A page has at least 1 row, found " + first + ".",
                    "Ask for 1 to %,d rows.".formatted(pageRows)));
        }
        if (first > pageRows) {
            throw new InvalidQueryException(InvalidArgument.limit(argument, PAGE_ROWS, pageRows, first));
        }
    }
}
