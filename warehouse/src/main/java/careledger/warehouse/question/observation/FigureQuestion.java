package careledger.warehouse.question.observation;

import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.DimensionAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The figures asked about in the order of the serving table, at most so many. The filter is checked before. */
public record FigureQuestion(Asked asked, int most) {
    public List<Observation> answer(Sql sql, DimensionAttributes attributes) throws SQLException {
        return answer(sql, ObservationTable.ROW, row -> Observation.read(row, attributes));
    }

    /** @param columns names in the serving table, in the order in which they are read */
    public <T> List<T> answer(Sql sql, List<String> columns, Sql.RowReader<T> reader) throws SQLException {
        return new ObservationSql(asked)
                .page(columns, ObservationTable.ORDER, Optional.empty(), most)
                .rows(sql, reader);
    }
}
