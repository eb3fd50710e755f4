package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArguments;
import careledger.answers.withheld.WithheldFigure;
import careledger.answers.withheld.WithheldQuery;
import careledger.api.execution.RequestRelease;
import careledger.api.security.Caller;
import careledger.api.security.Reserved;
import careledger.api.security.Role;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Figures that could identify a child, for officers; their answers are not kept. */
@Controller
final class WithheldController {
    private static final String FIELD = "withheldFigures";

    @QueryMapping
    DataFetcherResult<@Nullable List<WithheldFigure>> withheldFigures(
            @Argument @Nullable String indicator,
            @Argument @Nullable String area,
            DataFetchingEnvironment field,
            RequestRelease release,
            @ContextValue(Caller.KEY) Caller caller) {
        if (!caller.may(Role.OFFICER)) {
            return Reserved.to(Role.OFFICER, null, field);
        }
        UnknownIds unknown = new UnknownIds(release.catalogue());
        InvalidArguments refusals = new InvalidArguments();
        Names names = new Names(release.catalogue());
        Optional<String> ofIndicator = Optional.ofNullable(indicator).map(names::indicator);
        Optional<String> ofArea = Optional.ofNullable(area).map(names::area);
        ofIndicator
                .flatMap(id -> unknown.indicator(id, ArgumentPath.of(FIELD, "indicator")))
                .ifPresent(refusals::add);
        ofArea.flatMap(id -> unknown.area(id, ArgumentPath.of(FIELD, "area"))).ifPresent(refusals::add);
        refusals.throwIfAny();
        WithheldQuery query = new WithheldQuery(ofIndicator, ofArea);
        return Reserved.to(
                Role.OFFICER,
                release.query(sql -> query.answer(sql, release.catalogue().attributes())),
                field);
    }
}
