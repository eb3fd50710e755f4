package careledger.etl.layout;

import careledger.schema.observation.Notes;
import careledger.schema.observation.Rag;
import careledger.schema.star.ObservationColumn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a document states about a figure, apart from the number. */
record Remarks(OptionalInt quartile, Optional<Rag> rag, Notes notes) {
    static final Remarks NONE = new Remarks(OptionalInt.empty(), Optional.empty(), Notes.NONE);

    /** These, and where they say nothing the wider notes. */
    Remarks over(Notes wider) {
        return new Remarks(quartile, rag, notes.over(wider));
    }

    /** With a note on the period, where there is none. */
    Remarks dated(Optional<String> note) {
        return notes.of(ObservationColumn.PERIOD_NOTE).isPresent()
                ? this
                : new Remarks(quartile, rag, notes.with(ObservationColumn.PERIOD_NOTE, note));
    }

    /** With the word of a grade as its band, where there is none. */
    Remarks withGrade(Optional<String> word) {
        return word.isEmpty() || notes.of(ObservationColumn.BAND).isPresent()
                ? this
                : new Remarks(quartile, rag, notes.with(ObservationColumn.BAND, word));
    }

    /** With what footnote marks beside the figure mean, after its caveat. */
    Remarks withMarks(List<String> marks) {
        if (marks.isEmpty()) {
            return this;
        }
        String marked = String.join("; ", marks);
        String caveat = notes.of(ObservationColumn.CAVEAT)
                .map(one -> one + "; " + marked)
                .orElse(marked);
        return new Remarks(quartile, rag, notes.with(ObservationColumn.CAVEAT, Optional.of(caveat)));
    }
}
