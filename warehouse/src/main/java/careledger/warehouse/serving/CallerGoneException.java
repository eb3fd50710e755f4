package careledger.warehouse.serving;

/** The caller hung up before the answer was made; its work was given up. */
public final class CallerGoneException extends RuntimeException {
    CallerGoneException() {
        super("The caller hung up before the answer was made.");
    }
}
