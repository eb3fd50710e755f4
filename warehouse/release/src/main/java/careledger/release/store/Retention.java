package careledger.release.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which releases may go: those that are neither among the newest nor young. The current one and those that somebody holds
 * stay in any case.
 *
 * @param keep how many of the newest stay, whatever their age
 * @param olderThan only older ones go; empty where age does not matter
 */
public record Retention(int keep, Optional<Duration> olderThan) {
    public Retention {
        if (keep < 0) {
            throw new IllegalArgumentException("Found " + keep + " releases to keep, expected 0 or more.");
        }
        if (olderThan.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("Found the age " + olderThan.get() + ", expected one of 0 or more.");
        }
    }

    public static Retention ofNewest(int keep) {
        return new Retention(keep, Optional.empty());
    }

    /** Whether a release may go of which only the age of its folder is known. */
    boolean letsChanged(Instant changed, Instant now) {
        return olderThan.map(age -> changed.isBefore(now.minus(age))).orElse(true);
    }

    /** @param place 0 is the newest */
    boolean lets(Release release, int place, Instant now) {
        return place >= keep
                && !release.current()
                && olderThan
                        .map(age -> release.manifest().createdAt().isBefore(now.minus(age)))
                        .orElse(true);
    }
}
