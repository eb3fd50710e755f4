package careledger.release.run;

import java.util.Objects;

/**
 * Something that is wrong with a data folder.
 *
 * @param place what it is wrong with, below the data folder
 * @param problem what is wrong, in words
 * @param remedy what to do, in words
 * @param healable whether {@code doctor --heal} does it
 */
public record Finding(String place, String problem, String remedy, boolean healable) {
    public Finding {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(remedy, "remedy");
    }
}
