package careledger.api.execution;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.QueryLimits;
import careledger.api.config.CareLedgerProperties.Limits;
import careledger.api.error.LimitName;
import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation would cost before anything is asked: rows times fields of each. A page is taken to be as long as
 * {@code first} says, any other list to be of ten. The arguments' values are looked at on the way.
 */
final class CostRule {
    private static final String FIRST = "first";
    private static final String ROWS = "rows";
    private static final int ANY_LIST = 10;

    /** Higher costs are capped here: far beyond every limit, and small enough for arithmetic. */
    private static final long MOST_COUNTED = 1_000_000_000;

    private final Limits limits;
    private final AnswerMemory memory;

    CostRule(Limits limits) {
        this.limits = limits;
        this.memory = new AnswerMemory(limits.sliceCells());
    }

    /**
     * @param cost of the whole operation
     * @param bytes of memory that its answer may need
     * @param problems with it, and with values of its arguments
     */
    record Verdict(long cost, long bytes, List<Problem> problems) {}

    /** @param operation with its fragments put in wherever they are used: each use costs */
    Verdict judge(ExecutableNormalizedOperation operation, GraphQLSchema schema) {
        List<Problem> problems = new ArrayList<>();
        long cost = cost(operation.getTopLevelFields(), schema, problems);
        int most = limits.document().cost();
        if (cost > most) {
            problems.add(Problem.of(
                    ProblemCode.TOO_COMPLEX,
                    "The document may cost %,d (rows times fields of each), and the limit %s is %,d."
                            .formatted(cost, LimitName.COST, most),
                    "Ask for shorter pages with 'first', for fewer fields, or for less at once."
                            + " about.limits lists every limit."));
        }
        return new Verdict(cost, memory.of(operation.getTopLevelFields(), schema), problems);
    }

    private long cost(List<ExecutableNormalizedField> fields, GraphQLSchema schema, List<Problem> problems) {
        long cost = 0;
        for (ExecutableNormalizedField field : fields) {
            checkValues(field, problems);
            long own = 1 + times(field, schema) * cost(field.getChildren(), schema, problems);
            cost = Math.min(MOST_COUNTED, cost + own);
        }
        return cost;
    }

    static long times(ExecutableNormalizedField field, GraphQLSchema schema) {
        if (!field.hasChildren() || !(GraphQLTypeUtil.unwrapNonNull(field.getType(schema)) instanceof GraphQLList)) {
            return 1;
        }
        ExecutableNormalizedField page = field.getParent();
        boolean ofPage = page != null && field.getFieldName().equals(ROWS);
        return ofPage && page.getResolvedArguments().get(FIRST) instanceof Integer first
                ? Math.max(1, first)
                : ANY_LIST;
    }

    private void checkValues(ExecutableNormalizedField field, List<Problem> problems) {
        field.getResolvedArguments()
                .forEach((name, value) ->
                        checkValue(ArgumentPath.of(field.getFieldName()).at(name), value, problems));
    }

    private void checkValue(ArgumentPath path, @Nullable Object value, List<Problem> problems) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, inner) -> checkValue(path.at(String.valueOf(name)), inner, problems));
        } else if (value instanceof List<?> list && list.size() > limits.listLength()) {
            problems.add(
                    Problem.of(InvalidArgument.limit(path, QueryLimits.LIST_LENGTH, limits.listLength(), list.size())));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                checkValue(path.at(i), list.get(i), problems);
            }
        } else if (value instanceof String text
                && text.length() > limits.document().textLength()) {
            problems.add(Problem.of(InvalidArgument.limit(
                    path, LimitName.TEXT_LENGTH, limits.document().textLength(), text.length())));
        }
    }
}
