package careledger.etl.layout;

import careledger.schema.observation.Rag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a document states about a figure, apart from the number. */
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

    /** With what footnote marks beside the figure mean, after its caveat. */
    Remarks withMarks(List<String> notes) {
        if (notes.isEmpty()) {
            return this;
        }
        String marked = String.join("; ", notes);
        Optional<String> joined =
                Optional.of(caveat.map(one -> one + "; " + marked).orElse(marked));
        return withNotes(joined, printedPeriod, periodNote);
    }
}
