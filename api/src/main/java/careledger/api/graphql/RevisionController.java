package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.revision.RevisionPage;
import careledger.answers.revision.RevisionQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Which headlines changed with a later publication. */
@Controller
final class RevisionController {
    private static final String FIELD = "revisions";

    private final QueryLimits limits;

    RevisionController(CareLedgerProperties properties) {
        this.limits = properties.limits().question();
    }

    @QueryMapping
    RevisionPage revisions(
            @Argument @Nullable String indicator,
            @Argument @Nullable LocalDate since,
            @Argument int first,
            @Argument @Nullable String after,
            RequestRelease release) {
        Optional<String> ofIndicator = Optional.ofNullable(indicator).map(new Names(release.catalogue())::indicator);
        Optional<LocalDate> firstDay = Optional.ofNullable(since);
        InvalidArguments refusals = new InvalidArguments();
        ofIndicator
                .flatMap(id -> new UnknownIds(release.catalogue()).indicator(id, ArgumentPath.of(FIELD, "indicator")))
                .ifPresent(refusals::add);
        refusals.throwIfAny();
        PageRequest page = PageRequest.of(
                FIELD, first, after, release.version(), ofIndicator + "|" + firstDay, RevisionQuery.KEYS, limits);
        RevisionQuery question = new RevisionQuery(ofIndicator, firstDay, page);
        return release.query(sql -> question.answer(sql, release.catalogue()));
    }
}
