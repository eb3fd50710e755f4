package careledger.etl.layout;

import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.LongMeasure;
import careledger.schema.mapping.PeriodSuffix;
import careledger.schema.mapping.PrintedPeriod;
import careledger.schema.observation.Notes;
import careledger.schema.star.ObservationColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The words that a row of a long table has beside its figure: notes, confidence limits, and the period as printed. */
final class LongNotes {
    private final LongFile mapping;

    LongNotes(LongFile mapping) {
        this.mapping = mapping;
    }

    /** @param beside words of notes and limits in the row */
    Remarks of(List<String> beside, LongMeasure measure, Optional<String> printed, PrintedPeriod period) {
        List<String> caveats = new ArrayList<>();
        mapping.context().notes().of(ObservationColumn.CAVEAT).ifPresent(caveats::add);
        measure.note().ifPresent(caveats::add);
        caveats.addAll(beside);
        Notes notes = mapping.context().notes().with(ObservationColumn.PERIOD_PRINTED, printed);
        if (!caveats.isEmpty()) {
            notes = notes.with(ObservationColumn.CAVEAT, Optional.of(String.join("; ", caveats)));
        }
        Optional<String> suffix = period.suffix().flatMap(PeriodSuffix::note);
        if (suffix.isPresent()) {
            notes = notes.with(ObservationColumn.PERIOD_NOTE, suffix);
        }
        return new Remarks(OptionalInt.empty(), Optional.empty(), notes);
    }
}
