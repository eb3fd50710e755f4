package careledger.answers.standing;

import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.PublishedDay;
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
 * The statistical neighbours of an area by model, oldest model first, nearest neighbour first. Wherever one group of
 * neighbours is meant, for whatever period, it is that of {@link #newest}: one group makes one line, which does not move
 * when a model changes.
 *
 * @param byModel models are named by their year; those published by the day asked about
 * @param later days on which the documents of the other models were published
 */
public record NeighbourModels(Map<String, List<String>> byModel, Map<String, LocalDate> later) {
    public static final NeighbourModels NONE = new NeighbourModels(Map.of(), Map.of());

    public NeighbourModels {
        byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
        later = Collections.unmodifiableMap(new LinkedHashMap<>(later));
    }

    /** @param asOf models that were published later are left out */
    public static NeighbourModels of(String area, Optional<LocalDate> asOf, Sql sql) throws SQLException {
        Map<String, List<String>> models = new LinkedHashMap<>();
        Map<String, LocalDate> later = new LinkedHashMap<>();
        sql.rows(SqlResource.of(NeighbourModels.class, "neighbour_models"), List.of(area), row -> {
            String model = row.text();
            String neighbour = row.text();
            LocalDate published = row.day();
            if (asOf.isPresent() && published.isAfter(asOf.get())) {
                return later.put(model, published);
            }
            return models.computeIfAbsent(model, key -> new ArrayList<>()).add(neighbour);
        });
        return new NeighbourModels(models, later);
    }

    /** The newest model, which every judgement and rank uses; none where no model is loaded for the area. */
    public Optional<String> newest() {
        return byModel.keySet().stream().max(String::compareTo);
    }

    public List<String> neighbours(String model) {
        return byModel.getOrDefault(model, List.of());
    }

    /** Those of the newest model, nearest first. */
    public List<String> neighbours() {
        return newest().map(this::neighbours).orElse(List.of());
    }

    /** Of every model. */
    public List<String> all() {
        return byModel.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** A note on each model that was left out. */
    public List<String> notes() {
        return later.entrySet().stream()
                .map(model -> FigureFormat.sentence("The neighbour model of " + model.getKey()
                        + " is known from a document of " + PublishedDay.words(model.getValue(), null)
                        + ", after the day asked about; it is not used"))
                .toList();
    }
}
