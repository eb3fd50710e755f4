package careledger.api.execution;

import careledger.api.config.CareLedgerProperties;
import careledger.api.error.Problem;
import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.validation.ValidationError;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refuses documents that are too large before they are compared with the schema, and too dear ones before they run. */
@Component
final class LimitInstrumentation extends SimplePerformantInstrumentation {
    private final ShapeRule shape;
    private final CostRule cost;

    LimitInstrumentation(CareLedgerProperties properties) {
        this.shape = new ShapeRule(properties.limits().document());
        this.cost = new CostRule(properties.limits());
    }

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        abortWhere(
                shape.problems(DocumentShape.of(parameters.getDocument())),
                parameters.getExecutionInput().getExecutionIdNonNull().toString());
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        CostRule.Verdict verdict = cost.judge(context.getNormalizedQueryTree().get(), context.getGraphQLSchema());
        abortWhere(verdict.problems(), context.getExecutionId().toString());
        context.getGraphQLContext().put(RequestCost.KEY, verdict.cost());
        return SimpleInstrumentationContext.noOp();
    }

    private static void abortWhere(List<Problem> problems, String requestId) {
        if (!problems.isEmpty()) {
            throw new AbortExecutionException(
                    problems.stream().map(problem -> problem.error(requestId)).toList());
        }
    }
}
