package careledger.api.namedquery;

import careledger.answers.query.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a named query, as read from its address.
 *
 * @param variables of the document
 * @param columns those that are wanted, in this order; none for all
 * @param cross the cross-table as displayed, not a cell a row
 * @param bom a CSV for spreadsheets
 * @param release that is to answer; none where the current one is
 */
record NamedQueryRequest(
        NamedQuery query,
        Representation representation,
        Map<String, Object> variables,
        List<String> columns,
        boolean cross,
        boolean bom,
        Optional<String> release) {
    NamedQueryRequest {
        columns = List.copyOf(columns);
    }

    /** The table that is written. */
    TableLayout shape() {
        return columns.isEmpty() ? query.shape() : query.shape().only(columns);
    }

    /** Whether the whole list is wanted, and not one page of it. */
    boolean goesOn() {
        return representation != Representation.JSON
                && query.paged()
                && !variables.containsKey(NamedQuery.FIRST)
                && !variables.containsKey(NamedQuery.AFTER);
    }

    /** The same text exactly where the same release answers the same bytes. */
    String identity() {
        return query.name() + "|" + query.digest() + "|" + representation + "|" + bom + "|" + cross + "|" + columns
                + "|" + CanonicalJson.of(variables);
    }

    String fileName() {
        return query.name() + "." + representation.suffix();
    }
}
