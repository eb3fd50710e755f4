package careledger.answers.scorecard;

import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statistical neighbours of an area by model, oldest model first, nearest neighbour first.
 *
 * @param byModel models are named by their year
 */
public record NeighbourModels(Map<String, List<String>> byModel) {
    static final NeighbourModels NONE = new NeighbourModels(Map.of());

    public NeighbourModels {
        byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
    }

    /** Those published by a day, or today. */
    public static NeighbourModels of(String area, Optional<LocalDate> asOf, Sql sql) throws SQLException {
        Map<String, List<String>> models = new LinkedHashMap<>();
        String day = asOf.map(LocalDate::toString).orElse("9999-12-31");
        sql.rows(
                SqlResource.of(NeighbourModels.class, "neighbour_models"),
                List.of(area, day),
                row -> models.computeIfAbsent(row.text(), model -> new ArrayList<>())
                        .add(row.text()));
        return new NeighbourModels(models);
    }

    /** The newest model of the year or before; the oldest for years before all models. */
    public Optional<String> of(int reportingYear) {
        String year = Integer.toString(reportingYear);
        return byModel.keySet().stream()
                .filter(model -> model.compareTo(year) <= 0)
                .reduce((older, newer) -> newer)
                .or(() -> byModel.keySet().stream().findFirst());
    }

    public List<String> neighbours(String model) {
        return byModel.getOrDefault(model, List.of());
    }

    List<String> all() {
        return byModel.values().stream().flatMap(List::stream).distinct().toList();
    }
}
