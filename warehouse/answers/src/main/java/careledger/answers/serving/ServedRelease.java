package careledger.answers.serving;

import careledger.release.store.Manifest;
import java.time.Instant;

/**
 * A release that answers questions.
 *
 * @param openedAt when this process opened it
 */
public record ServedRelease(String id, Manifest manifest, Instant openedAt) {}
