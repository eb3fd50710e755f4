package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds columns of percentages in which every number lies between 0 and 1: they are shares of one, and 0.4 would be
 * published as 0.4%, unless somebody says that it is.
 */
final class SmallShares {
    private static final int ENOUGH = 3;

    private final Map<String, Integer> small = new HashMap<>();
    private final Map<String, Boolean> larger = new HashMap<>();

    void add(String column, String text) {
        String plain = Numbers.plain(text);
        if (!plain.matches("[0-9]+(\\.[0-9]+)?")) {
            if (text.contains("%")) {
                larger.put(column, true);
            }
            return;
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.compareTo(BigDecimal.ONE) > 0) {
            larger.put(column, true);
        } else if (number.signum() > 0) {
            small.merge(column, 1, Integer::sum);
        }
    }

    Optional<RejectionReason> problem(String column, String text) {
        boolean shares = !larger.containsKey(column) && small.getOrDefault(column, 0) >= ENOUGH;
        return shares
                ? Optional.of(RejectionReason.of(
                        column,
                        text,
                        Rule.SCALE_UNCLEAR,
                        "All numbers of this column lie between 0 and 1, and the indicator is a percentage. Say 'scale: 100'"
                                + " if they are shares of one, or 'scale: 1' if they are percentages."))
                : Optional.empty();
    }
}
