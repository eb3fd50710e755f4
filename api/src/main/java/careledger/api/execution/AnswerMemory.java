package careledger.api.execution;

import careledger.api.config.CareLedgerProperties.Limits;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much memory an answer may need, from the document alone: generous, so that what is admitted fits. */
final class AnswerMemory {
    /** Lists up to this length name the few series that a filter is about. */
    private static final int FEW = 10;

    private static final int PERIODS = 100;
    private static final int BREAKDOWNS = 30;
    private static final int SOURCES = 4;
    private static final int FIGURES_OF_ONE_AREA = 500;
    private static final int FIELD = 150;
    private static final long MOST_COUNTED = 1L << 40;

    private final int sliceCells;

    AnswerMemory(int sliceCells) {
        this.sliceCells = sliceCells;
    }

    long of(List<ExecutableNormalizedField> fields, GraphQLSchema schema) {
        long bytes = 0;
        for (ExecutableNormalizedField field : fields) {
            long one = figures(field)
                    ? Limits.BYTES_A_ROW
                    : FIELD + (field.hasChildren() ? of(field.getChildren(), schema) : 0);
            bytes = Math.min(MOST_COUNTED, bytes + read(field) + times(field, schema) * one);
        }
        return bytes;
    }

    /** Whether the elements are figures, which are held as they were read and written one by one. */
    private static boolean figures(ExecutableNormalizedField field) {
        return field.hasChildren()
                && field.getChildren().get(0).getObjectTypeNames().contains("Observation");
    }

    private static long times(ExecutableNormalizedField field, GraphQLSchema schema) {
        long times = CostRule.times(field, schema);
        return figures(field) && field.getParent() != null ? Math.min(times, matching(field.getParent())) : times;
    }

    /** What is read for a field beside what it answers. */
    private long read(ExecutableNormalizedField field) {
        if (field.getLevel() > 1) {
            return 0;
        }
        return switch (field.getFieldName()) {
            case "slice" -> Math.min(sliceCells, matching(field)) * (Limits.BYTES_A_ROW + FIELD);
            case "trend" ->
                (FEW + named(field.getResolvedArguments().get("areas"), 1)) * FIGURES_OF_ONE_AREA * Limits.BYTES_A_ROW;
            case "scorecard" -> (long) FEW * FIGURES_OF_ONE_AREA * Limits.BYTES_A_ROW;
            default -> 0;
        };
    }

    /** How many figures a filter may keep: unlimited where it does not name the few series that it is about. */
    private static long matching(ExecutableNormalizedField field) {
        if (!(field.getResolvedArguments().get("filter") instanceof Map<?, ?> filter)) {
            return MOST_COUNTED;
        }
        long indicators = named(filter.get("indicators"), 0);
        long areas = named(filter.get("areas"), 0);
        if (indicators == 0 || indicators > FEW || areas == 0 || areas > FEW) {
            return MOST_COUNTED;
        }
        boolean totals = !(filter.get("by") instanceof List<?>)
                && !(filter.get("members") instanceof List<?>)
                && String.valueOf(filter.get("breakdowns")).equals("TOTALS");
        boolean headlines = !Boolean.FALSE.equals(filter.get("headlineOnly"));
        return indicators * areas * PERIODS * (totals ? 1 : BREAKDOWNS) * (headlines ? 1 : SOURCES);
    }

    private static long named(@Nullable Object list, int otherwise) {
        return list instanceof List<?> values ? values.size() : otherwise;
    }
}
