package careledger.etl.layout;

import careledger.schema.observation.Claim;
import java.util.List;
import java.util.Optional;

/** Puts claims together from their parts. */
final class Claims {
    private Claims() {}

    static Claim claim(
            String id, ClaimLocation place, ClaimKey key, Amount amount, Remarks remarks, Optional<String> sibling) {
        return new Claim(
                id,
                place.file(),
                place.line(),
                place.source().id(),
                key.indicator().id(),
                key.definition().id(),
                key.area(),
                key.period(),
                key.breakdown(),
                key.valueKind(),
                amount.status(),
                amount.value(),
                amount.numerator(),
                amount.denominator(),
                place.tabular(),
                sibling,
                remarks.quartile(),
                remarks.rag(),
                remarks.notes(),
                notes(List.of(
                        amount.qualityNote(key.indicator()),
                        Numbers.roundingNote(amount.value(), place.text()),
                        amount.aboveTheWhole(key.indicator()),
                        Plausibility.beforeItsEnd(place.source(), key))),
                place.locator(),
                place.text());
    }

    private static Optional<String> notes(List<Optional<String>> notes) {
        return notes.stream().flatMap(Optional::stream).reduce((first, second) -> first + "; " + second);
    }
}
