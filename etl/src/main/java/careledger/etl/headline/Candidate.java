package careledger.etl.headline;

import careledger.schema.catalogue.Authority;
import careledger.schema.observation.ValueKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A claim as the headline rule sees it.
 *
 * @param primary whether its definition is the indicator's primary one
 * @param value empty for a symbol; its scale is the number of decimals printed
 * @param knownFrom publication of its source
 * @param exact whether no word such as "over" is printed with the number; where one is, the claim conflicts with none
 * @param tabular read from a table, not from running text
 * @param supersedes ids of the sources that its own one corrects
 */
public record Candidate(
        String claim,
        String definition,
        boolean primary,
        ValueKind kind,
        Optional<BigDecimal> value,
        LocalDate knownFrom,
        Authority authority,
        boolean exact,
        boolean tabular,
        String source,
        Set<String> supersedes) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public Candidate {
        supersedes = Set.copyOf(supersedes);
    }

    /** Whether both are one figure: equal to within the rounding of the one printed with fewer decimals. */
    boolean agreesWith(Candidate other) {
        if (value.isEmpty() || other.value.isEmpty()) {
            return value.isEmpty() && other.value.isEmpty();
        }
        BigDecimal mine = value.get();
        BigDecimal theirs = other.value.get();
        BigDecimal rounding = HALF.scaleByPowerOfTen(-Math.min(mine.scale(), theirs.scale()));
        return mine.subtract(theirs).abs().compareTo(rounding) <= 0;
    }

    /** Whether its source is a re-issue of the other's, so that the other figure is corrected and contradicts nothing. */
    boolean corrects(Candidate other) {
        return supersedes.contains(other.source);
    }

    /** Whether both are exact, differ by more than rounding, and none of them corrects the other. */
    boolean conflictsWith(Candidate other) {
        return !corrects(other)
                && !other.corrects(this)
                && exact
                && other.exact
                && value.isPresent()
                && other.value.isPresent()
                && !agreesWith(other);
    }

    boolean repeatsAnEarlierDocument() {
        return kind == ValueKind.PREVIOUSLY_REPORTED;
    }

    int decimals() {
        return value.map(BigDecimal::scale).orElse(-1);
    }
}
