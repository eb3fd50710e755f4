package careledger.api.graphql;

import careledger.answers.observation.Observation;
import careledger.api.graphql.RowFields.RowField;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as an answer has them; each row is made when it is read. */
final class WrittenRows extends AbstractList<Map<String, @Nullable Object>> {
    private final Map<String, RowField> plan;
    private final List<Observation> figures;

    /** @param plan what to write of each row, by its key in the answer */
    WrittenRows(Map<String, RowField> plan, List<Observation> figures) {
        this.plan = plan;
        this.figures = figures;
    }

    @Override
    public Map<String, @Nullable Object> get(int place) {
        Observation figure = figures.get(place);
        Map<String, @Nullable Object> written = new LinkedHashMap<>(plan.size() * 2);
        plan.forEach((key, field) -> written.put(key, field.of(figure)));
        return written;
    }

    @Override
    public int size() {
        return figures.size();
    }
}
