package careledger.etl.layout;

import careledger.schema.observation.Rag;
import java.util.Optional;
import java.util.OptionalInt;

/** What a document says of a figure besides the number. */
record Remarks(
        OptionalInt quartile,
        Optional<Rag> rag,
        Optional<String> direction,
        Optional<String> band,
        Optional<String> caveat,
        Optional<String> printedPeriod,
        Optional<String> periodNote) {
    static final Remarks NONE = new Remarks(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Remarks withNotes(Optional<String> newCaveat, Optional<String> newPrintedPeriod, Optional<String> newPeriodNote) {
        return new Remarks(quartile, rag, direction, band, newCaveat, newPrintedPeriod, newPeriodNote);
    }
}
