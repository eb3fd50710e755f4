package careledger.answers.comparison;

import java.util.List;

/**
 * Values that were worked out.
 *
 * @param rows by line, kind and time
 * @param notes what was left out and why
 */
public record ComputedFigures(List<ComputedFigure> rows, List<String> notes) {
    public ComputedFigures {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
