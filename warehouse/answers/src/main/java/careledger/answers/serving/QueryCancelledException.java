package careledger.answers.serving;

/** The caller hung up before the answer was made; its work was given up. */
public final class QueryCancelledException extends RuntimeException {
    public QueryCancelledException() {
        super("The caller hung up before the answer was made.");
    }
}
