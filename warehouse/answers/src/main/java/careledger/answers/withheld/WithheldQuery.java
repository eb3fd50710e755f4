package careledger.answers.withheld;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import careledger.release.store.WithheldReason;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** All figures that are withheld, or those of one indicator or area. */
public record WithheldQuery(Optional<String> indicator, Optional<String> area) {
    /** @param attributes of the release that answers */
    public List<WithheldFigure> answer(Sql sql, DimensionAttributes attributes) throws SQLException {
        String wantedIndicator = indicator.orElse("");
        String wantedArea = area.orElse("");
        return sql.rows(
                SqlResource.of(WithheldQuery.class, "withheld"),
                List.of(wantedIndicator, wantedIndicator, wantedArea, wantedArea),
                row -> new WithheldFigure(
                        Observation.read(row, attributes),
                        row.numberOrNull(),
                        row.numberOrNull(),
                        row.numberOrNull(),
                        row.textOrNull(),
                        row.constant(WithheldReason.class)));
    }
}
