package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.PublishedDay;
import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a reader must know beside the points: one sentence or two a note, line by line; of a line first what breaks it up,
 * then where sources disagree, then notes on single figures.
 */
final class TrendNotes {
    private final IndicatorEntry indicator;
    private final List<Observation> claims;
    private final ConflictPairs conflicts;

    /** @param claims every known claim of the areas asked for */
    TrendNotes(IndicatorEntry indicator, List<Observation> claims, ConflictPairs conflicts) {
        this.indicator = indicator;
        this.claims = claims;
        this.conflicts = conflicts;
    }

    List<String> of(List<TrendLine> lines, PeriodKind kind) {
        Set<String> notes = new LinkedHashSet<>();
        for (TrendLine line : lines) {
            if (line.segments().isEmpty()) {
                notes.add("There is no figure " + TrendPhrases.where(line.area()) + " for these periods.");
            } else {
                notes.addAll(TimeNotes.of(line));
                notes.addAll(new SourceNotes(line, claims, conflicts).all());
                notes.addAll(new FigureNotes(line, indicator).all());
            }
        }
        lines.stream().findFirst().ifPresent(line -> notes.addAll(OtherPeriods.of(line, kind, claims)));
        return new ArrayList<>(notes);
    }

    /** How a note says what it is about. */
    static String of(TrendLine line) {
        String breakdown = line.breakdown().equals("total") ? "" : ", " + line.breakdownLabel();
        return line.area().name() + breakdown + ": ";
    }

    static String said(Observation claim) {
        return claim.valueText() + " (" + claim.sourceTitle() + ", " + PublishedDay.words(claim) + ")";
    }
}
