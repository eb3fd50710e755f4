package careledger.answers.serving;

import java.time.Instant;
import java.util.Optional;

/**
 * What is served, and whether that is what should be.
 *
 * @param servedRelease id
 * @param wantedRelease id in CURRENT
 * @param problem why the wanted release is not served, in words
 * @param since when it came to be so
 */
public record WarehouseStatus(
        Optional<String> servedRelease, Optional<String> wantedRelease, Optional<String> problem, Instant since) {}
