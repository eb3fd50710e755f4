package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.CellMapping;
import careledger.schema.mapping.WideColumn;
import careledger.schema.observation.ObsStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cell of a wide table with something in it.
 *
 * @param numbers by placeholder, in the order in which they are printed
 * @param symbol what the cell says instead of a number
 * @param refusals what is wrong with it; found bit by bit, since cells refer to one another
 */
record WideCell(
        WideRowAt row,
        WideColumn column,
        CellMapping mapping,
        String text,
        Map<String, BigDecimal> numbers,
        Optional<ObsStatus> symbol,
        Remarks remarks,
        List<RejectionReason> refusals) {
    WideCell {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        refusals = new ArrayList<>(refusals);
    }

    /** The placeholder of the first number. */
    Optional<String> first() {
        return numbers.keySet().stream().findFirst();
    }
}
