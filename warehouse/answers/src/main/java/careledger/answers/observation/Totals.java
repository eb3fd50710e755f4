package careledger.answers.observation;

import careledger.answers.query.Sql;
import careledger.schema.catalogue.Unit;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Totals over all figures of a query.
 *
 * @param unit of every one of them, where it is the same
 */
record Totals(int count, Optional<Unit> unit) {
    /** Runs the query. */
    static Totals of(ObservationQuery asked, Sql sql) throws SQLException {
        return new ObservationSql(asked).totals().row(sql, row -> {
            int count = row.whole();
            boolean oneUnit = row.whole() == 1;
            Optional<Unit> unit = Optional.ofNullable(row.constantOrNull(Unit.class));
            return new Totals(count, unit.filter(any -> oneUnit));
        });
    }

    /** Looks at figures in hand. */
    static Totals among(List<Observation> figures) {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        figures.forEach(figure -> units.add(figure.unit()));
        return new Totals(figures.size(), units.stream().findFirst().filter(any -> units.size() == 1));
    }
}
