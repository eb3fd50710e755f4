package careledger.answers.observation;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The figures asked about in the order of the serving table, at most so many. The filter is checked before.
 *
 * @param breaks whether figures as of a day say where their series break, which takes a search of its own
 */
public record FigureQuery(ObservationQuery asked, int most, boolean breaks) {
    public FigureQuery(ObservationQuery asked, int most) {
        this(asked, most, true);
    }

    public List<Observation> answer(Sql sql, DimensionAttributes attributes) throws SQLException {
        return new ObservationSql(asked)
                .page(ObservationTable.ORDER, Optional.empty(), most, breaks)
                .rows(sql, row -> Observation.read(row, attributes));
    }
}
