package careledger.api.scorecard;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.Answers;
import careledger.api.request.RequestRelease;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardReader;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.Refusal;
import careledger.warehouse.question.Refusals;
import careledger.warehouse.question.catalogue.UnknownIds;
import careledger.warehouse.question.scorecard.ScorecardAnswer;
import careledger.warehouse.question.scorecard.ScorecardInfo;
import careledger.warehouse.question.scorecard.ScorecardQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Performance dashboards, as put before a committee or board. */
@Controller
final class ScorecardController {
    private static final String FIELD = "scorecard";

    private final Map<String, Scorecard> cards = ScorecardReader.builtIn();
    private final String focusArea;
    private final Answers answers;

    ScorecardController(CareLedgerProperties properties, Answers answers) {
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    @QueryMapping
    ScorecardAnswer scorecard(
            @Argument String id,
            @Argument @Nullable String period,
            @Argument @Nullable String area,
            @Argument @Nullable LocalDate asOf,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        Refusals refusals = new Refusals();
        if (!cards.containsKey(id)) {
            refusals.add(Refusal.unknown(ArgumentPath.of(FIELD, "id"), "scorecard", id, cards.keySet()));
        }
        String shown = area == null ? focusArea : area;
        new UnknownIds(release.catalogue())
                .area(shown, ArgumentPath.of(FIELD, "area"))
                .ifPresent(refusals::add);
        refusals.throwIfAny();
        ScorecardQuestion question = new ScorecardQuestion(
                Objects.requireNonNull(cards.get(id)), Optional.ofNullable(period), shown, Optional.ofNullable(asOf));
        return answers.get(
                release.version(),
                ScorecardAnswer.class,
                question,
                () -> release.ask(sql -> question.answer(sql, release.catalogue(), release.version())),
                answer -> answer.sections().stream()
                        .mapToInt(section -> section.rows().size())
                        .sum());
    }

    @QueryMapping
    List<ScorecardInfo> scorecards(@ContextValue(RequestRelease.KEY) RequestRelease release) {
        return cards.values().stream().map(card -> info(card, release)).toList();
    }

    private ScorecardInfo info(Scorecard card, RequestRelease release) {
        ScorecardQuestion question = new ScorecardQuestion(card, Optional.empty(), focusArea, Optional.empty());
        return answers.get(
                release.version(),
                ScorecardInfo.class,
                question,
                () -> release.ask(sql -> new ScorecardInfo(
                        card.id(), card.title(), card.audience(), question.periods(sql, release.catalogue()))),
                info -> info.periods().size());
    }
}
