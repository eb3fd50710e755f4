package careledger.release.guard;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure that two releases show with different values.
 *
 * @param kind TARGET, FORECAST, or FIGURE for all others
 * @param before empty if there was a symbol instead
 * @param after empty if there is a symbol instead
 */
public record HeadlineMove(
        String indicator,
        String area,
        String period,
        String breakdown,
        String kind,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after) {}
