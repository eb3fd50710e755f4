package careledger.api.execution;

/** Under which the cost of an operation stands in its context: rows asked for times fields of each, a Long. */
public final class RequestCost {
    public static final String KEY = "careledger.cost";

    private RequestCost() {}
}
