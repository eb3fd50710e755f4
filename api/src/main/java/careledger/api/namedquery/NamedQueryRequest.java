package careledger.api.namedquery;

import careledger.answers.query.CanonicalJson;
import java.util.Map;

/**
 * A request for a named query, as read from its address.
 *
 * @param variables of the document
 * @param bom a CSV for spreadsheets
 */
record NamedQueryRequest(NamedQuery query, Representation representation, Map<String, Object> variables, boolean bom) {
    /** Whether the whole list is wanted, and not one page of it. */
    boolean goesOn() {
        return representation != Representation.JSON
                && query.paged()
                && !variables.containsKey(NamedQuery.FIRST)
                && !variables.containsKey(NamedQuery.AFTER);
    }

    /** The same text exactly where the same release answers the same bytes. */
    String identity() {
        return query.name() + "|" + query.digest() + "|" + representation + "|" + bom + "|"
                + CanonicalJson.of(variables);
    }

    String fileName() {
        return query.name() + "." + representation.suffix();
    }
}
