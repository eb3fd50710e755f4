package careledger.api.execution;

/** The key of an operation's cost in its context: requested rows times fields of each, a Long. */
public final class RequestCost {
    public static final String KEY = "careledger.cost";

    private RequestCost() {}
}
