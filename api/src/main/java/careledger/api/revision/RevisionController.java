package careledger.api.revision;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.RequestRelease;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.PageRequest;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Refusals;
import careledger.warehouse.question.catalogue.UnknownIds;
import careledger.warehouse.question.revision.RevisionPage;
import careledger.warehouse.question.revision.RevisionQuestion;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Which headlines changed with a later publication. */
@Controller
final class RevisionController {
    private static final String FIELD = "revisions";

    private final QuestionLimits limits;

    RevisionController(CareLedgerProperties properties) {
        this.limits = properties.limits().question();
    }

    @QueryMapping
    RevisionPage revisions(
            @Argument @Nullable String indicator,
            @Argument @Nullable LocalDate since,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        Optional<String> ofIndicator = Optional.ofNullable(indicator);
        Optional<LocalDate> firstDay = Optional.ofNullable(since);
        Refusals refusals = new Refusals();
        ofIndicator
                .flatMap(id -> new UnknownIds(release.catalogue()).indicator(id, ArgumentPath.of(FIELD, "indicator")))
                .ifPresent(refusals::add);
        refusals.throwIfAny();
        PageRequest page = PageRequest.of(
                FIELD, first, after, release.version(), ofIndicator + "|" + firstDay, RevisionQuestion.KEYS, limits);
        RevisionQuestion question = new RevisionQuestion(ofIndicator, firstDay, page);
        return release.ask(sql -> question.answer(sql, release.catalogue()));
    }
}
