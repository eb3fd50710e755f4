package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.conflict.Conflict;
import careledger.answers.conflict.ConflictQuery;
import careledger.answers.conflict.QualityNoteQuery;
import careledger.answers.observation.Observation;
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
    private static final String NOTES = "qualityNotes";

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
        Scope scope = Scope.of(FIELD, indicator, area, release);
        PageRequest page =
                PageRequest.of(FIELD, first, after, release.version(), scope.text(), ConflictQuery.KEYS, limits);
        ConflictQuery question = new ConflictQuery(scope.indicator(), scope.area(), page);
        return release.query(sql -> question.answer(sql, release.catalogue()));
    }

    /** Figures against which something speaks. */
    @QueryMapping
    Page<Observation> qualityNotes(
            @Argument @Nullable String indicator,
            @Argument @Nullable String area,
            @Argument int first,
            @Argument @Nullable String after,
            RequestRelease release) {
        Scope scope = Scope.of(NOTES, indicator, area, release);
        PageRequest page =
                PageRequest.of(NOTES, first, after, release.version(), scope.text(), QualityNoteQuery.KEYS, limits);
        QualityNoteQuery question = new QualityNoteQuery(scope.indicator(), scope.area(), page);
        return release.query(sql -> question.answer(sql, release.catalogue().attributes()));
    }

    /** An indicator and an area that are known, or all. */
    private record Scope(Optional<String> indicator, Optional<String> area) {
        static Scope of(String field, @Nullable String indicator, @Nullable String area, RequestRelease release) {
            UnknownIds unknown = new UnknownIds(release.catalogue());
            Optional<String> ofIndicator =
                    Optional.ofNullable(indicator).map(new Names(release.catalogue())::indicator);
            Optional<String> ofArea = Optional.ofNullable(area).map(new Names(release.catalogue())::area);
            InvalidArguments refusals = new InvalidArguments();
            ofIndicator
                    .flatMap(id -> unknown.indicator(id, ArgumentPath.of(field, "indicator")))
                    .ifPresent(refusals::add);
            ofArea.flatMap(id -> unknown.area(id, ArgumentPath.of(field, "area")))
                    .ifPresent(refusals::add);
            refusals.throwIfAny();
            return new Scope(ofIndicator, ofArea);
        }

        String text() {
            return indicator + "|" + area;
        }
    }
}
