package careledger.warehouse.question.observation;

import careledger.warehouse.question.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The figures asked about in the order of the serving table, at most so many. The filter is checked before. */
public record FigureQuestion(Asked asked, int most) {
    private static final List<ObservationSort> TABLE_ORDER =
            List.of(ObservationSort.INDICATOR, ObservationSort.AREA, ObservationSort.BREAKDOWN, ObservationSort.PERIOD);

    public List<Observation> answer(Sql sql) throws SQLException {
        return new ObservationSql(asked)
                .page(ObservationSql.keys(TABLE_ORDER), Optional.empty(), most)
                .rows(sql, Observation::read);
    }
}
