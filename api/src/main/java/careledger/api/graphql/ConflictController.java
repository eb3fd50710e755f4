package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.conflict.Conflict;
import careledger.answers.conflict.ConflictQuery;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Where published figures disagree. */
@Controller
final class ConflictController {
    private static final String FIELD = "conflicts";

    private final QueryLimits limits;

    ConflictController(CareLedgerProperties properties) {
        this.limits = properties.limits().question();
    }

    @QueryMapping
    Page<Conflict> conflicts(
            @Argument @Nullable String indicator,
            @Argument @Nullable String area,
            @Argument int first,
            @Argument @Nullable String after,
            RequestRelease release) {
        UnknownIds unknown = new UnknownIds(release.catalogue());
        Optional<String> ofIndicator = Optional.ofNullable(indicator).map(new Names(release.catalogue())::indicator);
        Optional<String> ofArea = Optional.ofNullable(area).map(new Names(release.catalogue())::area);
        InvalidArguments refusals = new InvalidArguments();
        ofIndicator
                .flatMap(id -> unknown.indicator(id, ArgumentPath.of(FIELD, "indicator")))
                .ifPresent(refusals::add);
        ofArea.flatMap(id -> unknown.area(id, ArgumentPath.of(FIELD, "area"))).ifPresent(refusals::add);
        refusals.throwIfAny();
        PageRequest page = PageRequest.of(
                FIELD, first, after, release.version(), ofIndicator + "|" + ofArea, ConflictQuery.KEYS, limits);
        ConflictQuery question = new ConflictQuery(ofIndicator, ofArea, page);
        return release.query(sql -> question.answer(sql, release.catalogue()));
    }
}
