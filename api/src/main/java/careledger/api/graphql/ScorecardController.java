package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArguments;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardInfo;
import careledger.answers.scorecard.ScorecardQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Performance dashboards, as put before a committee or board. */
@Controller
final class ScorecardController {
    private static final String FIELD = "scorecard";

    private final Map<String, Scorecard> cards = ScorecardReader.builtIn();
    private final String focusArea;
    private final AnswerCache answers;

    ScorecardController(CareLedgerProperties properties, AnswerCache answers) {
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    @QueryMapping
    ScorecardAnswer scorecard(
            @Argument String id,
            @Argument @Nullable String period,
            @Argument @Nullable String area,
            @Argument @Nullable LocalDate asOf,
            RequestRelease release) {
        InvalidArguments refusals = new InvalidArguments();
        if (!cards.containsKey(id)) {
            refusals.add(InvalidArgument.unknown(ArgumentPath.of(FIELD, "id"), "scorecard", id, cards.keySet()));
        }
        String shown = area == null ? focusArea : new Names(release.catalogue()).area(area);
        new UnknownIds(release.catalogue())
                .area(shown, ArgumentPath.of(FIELD, "area"))
                .ifPresent(refusals::add);
        refusals.throwIfAny();
        ScorecardQuery question = new ScorecardQuery(
                Objects.requireNonNull(cards.get(id)), Optional.ofNullable(period), shown, Optional.ofNullable(asOf));
        return answers.get(
                release.version(),
                ScorecardAnswer.class,
                question,
                () -> release.query(sql -> question.answer(sql, release.catalogue(), release.version())),
                answer -> answer.sections().stream()
                        .mapToInt(section -> section.rows().size())
                        .sum());
    }

    @QueryMapping
    List<ScorecardInfo> scorecards(RequestRelease release) {
        return cards.values().stream().map(card -> info(card, release)).toList();
    }

    private ScorecardInfo info(Scorecard card, RequestRelease release) {
        ScorecardQuery question = new ScorecardQuery(card, Optional.empty(), focusArea, Optional.empty());
        return answers.get(
                release.version(),
                ScorecardInfo.class,
                question,
                () -> release.query(sql -> new ScorecardInfo(
                        card.id(), card.title(), card.audience(), question.periods(sql, release.catalogue()))),
                info -> info.periods().size());
    }
}
