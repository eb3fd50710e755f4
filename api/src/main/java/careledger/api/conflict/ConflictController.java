package careledger.api.conflict;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.RequestRelease;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.Page;
import careledger.warehouse.question.PageRequest;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Refusals;
import careledger.warehouse.question.catalogue.UnknownIds;
import careledger.warehouse.question.conflict.Conflict;
import careledger.warehouse.question.conflict.ConflictQuestion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Where published figures disagree. */
@Controller
final class ConflictController {
    private static final String FIELD = "conflicts";

    private final QuestionLimits limits;

    ConflictController(CareLedgerProperties properties) {
        this.limits = properties.limits().question();
    }

    @QueryMapping
    Page<Conflict> conflicts(
            @Argument @Nullable String indicator,
            @Argument @Nullable String area,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        UnknownIds unknown = new UnknownIds(release.catalogue());
        Optional<String> ofIndicator = Optional.ofNullable(indicator);
        Optional<String> ofArea = Optional.ofNullable(area);
        Refusals refusals = new Refusals();
        ofIndicator
                .flatMap(id -> unknown.indicator(id, ArgumentPath.of(FIELD, "indicator")))
                .ifPresent(refusals::add);
        ofArea.flatMap(id -> unknown.area(id, ArgumentPath.of(FIELD, "area"))).ifPresent(refusals::add);
        refusals.throwIfAny();
        PageRequest page = PageRequest.of(
                FIELD, first, after, release.version(), ofIndicator + "|" + ofArea, ConflictQuestion.KEYS, limits);
        ConflictQuestion question = new ConflictQuestion(ofIndicator, ofArea, page);
        return release.ask(sql -> question.answer(sql, release.catalogue()));
    }
}
