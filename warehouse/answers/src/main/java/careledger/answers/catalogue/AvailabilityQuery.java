package careledger.answers.catalogue;

import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import careledger.schema.period.PeriodKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For which areas, kinds of period and years do some indicators have headline figures? */
public record AvailabilityQuery(Collection<String> indicators) {
    public AvailabilityQuery {
        indicators = List.copyOf(indicators);
    }

    /** One statement for all indicators; those without figures are absent. */
    public Map<String, List<AvailabilityEntry>> answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        Map<String, List<AvailabilityEntry>> found = new LinkedHashMap<>();
        sql.rows(
                SqlResource.of(AvailabilityQuery.class, "availability"),
                List.of((Object) indicators.toArray(String[]::new)),
                row -> found.computeIfAbsent(row.text(), id -> new ArrayList<>())
                        .add(new AvailabilityEntry(
                                catalogue.area(row.text()).orElseThrow(),
                                row.constant(PeriodKind.class),
                                catalogue.period(row.text()).orElseThrow(),
                                catalogue.period(row.text()).orElseThrow(),
                                row.whole())));
        return found;
    }
}
