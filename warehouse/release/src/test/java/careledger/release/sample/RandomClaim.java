package careledger.release.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim drawn by chance.
 *
 * @param definition local number of the definition, from 0
 * @param value absent for a symbol
 */
record RandomClaim(
        String indicator,
        int definition,
        boolean primary,
        String area,
        LocalDate day,
        String breakdown,
        int source,
        Optional<BigDecimal> value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator) {
    String id() {
        return "s" + source + "/" + String.join("/", indicator, area, day.toString(), breakdown);
    }

    /** Claims of one of these are of one thing. */
    String point() {
        return String.join("|", indicator, area, day.toString(), breakdown);
    }
}
