package careledger.api.execution;

import careledger.answers.query.InvalidArguments;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import careledger.api.web.AnswerBudget;
import careledger.api.web.RequestContext;
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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses documents that are too large before they are compared with the schema, and too dear ones before they run. */
@Component
final class LimitInstrumentation extends SimplePerformantInstrumentation {
    private final ShapeRule shape;
    private final CostRule cost;
    private final AnswerBudget budget;

    LimitInstrumentation(CareLedgerProperties properties, AnswerBudget budget) {
        this.budget = budget;
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
        reserve(verdict.bytes(), context.getExecutionId().toString());
        return SimpleInstrumentationContext.noOp();
    }

    private void reserve(long bytes, String requestId) {
        if (bytes > budget.most()) {
            abortWhere(
                    List.of(Problem.of(
                            ProblemCode.TOO_COMPLEX,
                            "The answer may need %,d MB of memory, and the limit answerMegabytes is %,d."
                                    .formatted(bytes >> 20, budget.most() >> 20),
                            "Send shorter pages with 'first', fewer fields, or fewer questions in one document.")),
                    requestId);
        }
        Optional<RequestContext> context = RequestContext.current();
        if (context.isEmpty()) {
            return;
        }
        try {
            context.get().reserve(budget, bytes);
        } catch (OverloadedException | QueryCancelledException e) {
            abortWhere(
                    List.of(Problem.of(
                            ProblemCode.OVERLOADED,
                            String.valueOf(e.getMessage()),
                            "Try again in a moment, or send shorter pages.")),
                    requestId);
        }
    }

    private static void abortWhere(List<Problem> problems, String requestId) {
        if (!problems.isEmpty()) {
            throw new AbortExecutionException(problems.stream()
                    .limit(InvalidArguments.MOST)
                    .map(problem -> problem.error(requestId))
                    .toList());
        }
    }
}
