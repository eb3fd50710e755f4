package careledger.answers.search;

import java.util.Set;

/**
 * A word that is looked for.
 *
 * @param typed as typed, in lower case
 * @param stems any of these finds it
 * @param weak so common in this catalogue that a result may lack it
 */
public record SearchTerm(String typed, Set<String> stems, boolean weak) {
    public SearchTerm {
        stems = Set.copyOf(stems);
    }
}
