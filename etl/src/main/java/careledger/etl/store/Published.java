package careledger.etl.store;

/**
 * What the readers of a store are to serve.
 *
 * @param number publications of a store are numbered from 1; 0 where there is none yet
 * @param release its id; empty where there is none yet
 */
record Published(long number, String release) {
    static final Published NOTHING = new Published(0, "");

    boolean nothing() {
        return number == 0;
    }
}
