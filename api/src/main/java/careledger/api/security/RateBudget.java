package careledger.api.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a caller may still ask. Work is charged when it has been done, so a budget may run below nothing. */
final class RateBudget {
    private final String owner;
    private final RatePolicy policy;
    private final Bucket bucket;

    /** @param owner key or address that identifies the caller */
    RateBudget(String owner, RatePolicy policy) {
        this.owner = owner;
        this.policy = policy;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(policy.quota())
                        .refillGreedy(policy.quota(), Duration.ofSeconds(policy.seconds())))
                .build();
    }

    /**
     * What came of asking.
     *
     * @param remaining milliseconds of work
     * @param seconds until there is enough for another question where there is not, else until the budget is full
     */
    record Grant(RatePolicy policy, boolean granted, long remaining, long seconds) {
        /** The header RateLimit. */
        String header() {
            return "\"" + policy.name() + "\";r=" + remaining + ";t=" + seconds;
        }
    }

    String owner() {
        return owner;
    }

    /** Pays for one question, where there is anything left. */
    Grant query() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        long nanoseconds = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(Math.max(0, nanoseconds - 1));
        return new Grant(policy, probe.isConsumed(), Math.max(0, probe.getRemainingTokens()), seconds);
    }

    void charge(long milliseconds) {
        if (milliseconds > 0) {
            bucket.consumeIgnoringRateLimits(milliseconds);
        }
    }
}
