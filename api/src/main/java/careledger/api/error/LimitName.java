package careledger.api.error;

/** The names of limits, as refusals and {@code about.limits} say them. */
public final class LimitName {
    public static final String CHARACTERS = "documentCharacters";
    public static final String TOKENS = "documentTokens";
    public static final String DEPTH = "queryDepth";
    public static final String FIELDS = "queryFields";
    public static final String ROOT_FIELDS = "rootFields";
    public static final String ALIASES = "aliases";
    public static final String DUPLICATES = "duplicateFields";
    public static final String DIRECTIVES = "directives";
    public static final String COST = "queryCost";
    public static final String TEXT_LENGTH = "textLength";
    public static final String BODY_BYTES = "bodyBytes";

    private LimitName() {}
}
