package careledger.answers.conflict;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.observation.Observation;
import careledger.answers.query.Cursor;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures against which something speaks, of an indicator and of an area, or of all. The ids are checked before. */
public record QualityNoteQuery(Optional<String> indicator, Optional<String> area, PageRequest page) {
    /** How many sort values a cursor holds: the claim. */
    public static final int KEYS = 1;

    public Page<Observation> answer(Sql sql, DimensionAttributes attributes) throws SQLException {
        String ofIndicator = indicator.orElse("");
        String ofArea = area.orElse("");
        List<Object> scope = List.of(ofIndicator, ofIndicator, ofArea, ofArea);
        int total = sql.row(SqlResource.of(QualityNoteQuery.class, "quality_note_count"), scope, row -> row.whole());
        List<Object> values = new ArrayList<>(scope);
        values.addAll(page.cursor().map(Cursor::keys).orElse(List.of("")));
        values.add(page.first() + 1);
        List<Observation> found = sql.rows(
                SqlResource.of(QualityNoteQuery.class, "quality_notes"),
                values,
                row -> Observation.read(row, attributes));
        return Page.found(found, total, last -> List.of(last.id()), page);
    }
}
