package careledger.api.graphql;

import careledger.answers.observation.Observation;
import careledger.api.graphql.RowFields.RowField;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes lists of figures row by row, and lists of texts or of numbers as they are. None of it can fail, so that the
 * general way, which inspects every field of every row, costs far more than the query under it and finds nothing more.
 */
final class FlatRowStrategy extends AsyncExecutionStrategy {
    FlatRowStrategy(DataFetcherExceptionHandler exceptions) {
        super(exceptions);
    }

    @Override
    protected FieldValueInfo completeValueForList(
            ExecutionContext context, ExecutionStrategyParameters parameters, Iterable<Object> result) {
        if (PlainElements.are(parameters.getExecutionStepInfo().getUnwrappedNonNullType(), result)) {
            return new FieldValueInfo(CompleteValueType.LIST, result, List.of());
        }
        return plan(context, parameters)
                .flatMap(plan -> rows(plan, result))
                .map(rows -> new FieldValueInfo(CompleteValueType.LIST, rows, List.of()))
                .orElseGet(() -> super.completeValueForList(context, parameters, result));
    }

    /** The rows as they will be written: each is made when it is read, so that an answer never holds them all. */
    private static Optional<List<Map<String, @Nullable Object>>> rows(
            Map<String, RowField> plan, Iterable<Object> result) {
        List<Observation> figures = new ArrayList<>();
        for (Object element : result) {
            if (!(element instanceof Observation figure)) {
                return Optional.empty();
            }
            figures.add(figure);
        }
        return Optional.of(new WrittenRows(plan, figures));
    }

    /** What to write of each row, by its key in the answer; nothing where the list is not of figures. */
    private Optional<Map<String, RowField>> plan(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (!(GraphQLTypeUtil.unwrapAll(parameters.getExecutionStepInfo().getUnwrappedNonNullType())
                        instanceof GraphQLObjectType type)
                || !type.getName().equals(RowFields.TYPE)) {
            return Optional.empty();
        }
        Map<String, RowField> plan = new LinkedHashMap<>();
        String suffix = ObservationIds.suffix(parameters.getExecutionStepInfo());
        for (MergedField field : SubFields.of(parameters.getField(), type, context)) {
            Optional<RowField> known = RowFields.named(field.getName());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            plan.put(field.getResultKey(), field.getName().equals("id") ? row -> row.claim() + suffix : known.get());
        }
        return Optional.of(plan);
    }
}
