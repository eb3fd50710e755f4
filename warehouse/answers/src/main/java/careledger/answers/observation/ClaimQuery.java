package careledger.answers.observation;

import static careledger.answers.observation.ObservationTable.BREAK_BEFORE;
import static careledger.answers.observation.ObservationTable.FACTS;
import static careledger.answers.observation.ObservationTable.IS_HEADLINE;
import static careledger.answers.observation.ObservationTable.OBSERVATION;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;

/** Claims by their ids, as they are today. */
public record ClaimQuery(Set<String> claims) {
    public ClaimQuery {
        claims = Set.copyOf(claims);
    }

    /**
     * The claims that exist, by id.
     *
     * @param attributes of the release that is asked
     */
    public Map<String, Observation> answer(Sql sql, DimensionAttributes attributes) throws SQLException {
        Map<String, Observation> byId = new HashMap<>();
        String[] ids = claims.stream().sorted().toArray(String[]::new);
        for (Observation row : sql.rows(text(), List.of((Object) ids), cells -> Observation.read(cells, attributes))) {
            byId.put(row.id(), row);
        }
        return byId;
    }

    private String text() {
        List<Field<?>> row = List.of(IS_HEADLINE, BREAK_BEFORE, FACTS);
        return Statement.of(Statement.DUCKDB.select(row).from(OBSERVATION)).text()
                + "\nwhere claim_id in (select unnest(?))";
    }
}
