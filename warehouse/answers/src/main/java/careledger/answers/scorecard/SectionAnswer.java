package careledger.answers.scorecard;

import java.util.List;

/** Rows under one heading. */
public record SectionAnswer(String title, List<RowAnswer> rows) {
    public SectionAnswer {
        rows = List.copyOf(rows);
    }
}
