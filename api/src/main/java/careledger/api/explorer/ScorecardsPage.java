package careledger.api.explorer;

import careledger.api.explorer.Block.Links;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every scorecard. */
@Component
final class ScorecardsPage implements PageMaker {
    private final Questions questions;

    ScorecardsPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.SCORECARDS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        return SheetModel.page(
                "Scorecards",
                List.of(),
                "",
                List.of(new Links(questions.scorecards(visit).stream()
                        .map(card -> new Links.Item(
                                card.title(),
                                Route.SCORECARD.of(card.id()).link(),
                                card.audience() + ". "
                                        + (card.periods().isEmpty()
                                                ? "It has no figures."
                                                : "From "
                                                        + card.periods().get(0).label() + " to "
                                                        + card.periods()
                                                                .get(card.periods()
                                                                                .size()
                                                                        - 1)
                                                                .label()
                                                        + ".")))
                        .toList())));
    }
}
