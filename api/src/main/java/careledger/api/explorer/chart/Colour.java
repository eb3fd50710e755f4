package careledger.api.explorer.chart;

/** The colours of charts. Each has at least 3 to 1 against white, text 4.5 to 1; a test computes it. */
public enum Colour {
    FOCUS("#12436D"),
    COUNTRY("#8A3A00"),
    OTHER("#801650"),
    FOURTH("#1F7A74"),
    CONTEXT("#5B6B7A"),
    AXIS("#49535C"),
    INK("#0B0C0C"),
    GRID("#DFE3E6"),
    RANGE("#DCE5EE"),
    RANGE_EDGE("#7E93A8"),
    PAPER("#FFFFFF");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** As SVG writes it. */
    public String code() {
        return code;
    }
}
