package careledger.api.graphql;

import careledger.answers.observation.Observation;
import graphql.execution.ExecutionStepInfo;
import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Ids of figures as answered. A figure asked for as of a day has an id of its own: whether it was the headline then, and
 * what it was called, differs from today, and a client that keeps objects by id must not mix the two. {@code claim} stays.
 */
@Controller
final class ObservationIds {
    private static final String AS_OF = "asOf";

    @SchemaMapping(typeName = RowFields.TYPE, field = "id")
    String id(Observation figure, DataFetchingEnvironment environment) {
        return figure.claim() + suffix(environment.getExecutionStepInfo());
    }

    /** What the root field above a field adds to the ids below it; nothing where it has neither day nor release. */
    static String suffix(ExecutionStepInfo step) {
        ExecutionStepInfo root = ReleaseArgument.root(step);
        String day = Optional.ofNullable(root.getArguments().get(AS_OF))
                .map(asOf -> "@" + asOf)
                .orElse("");
        return day + ReleaseArgument.named(root).map(id -> "@" + id).orElse("");
    }
}
