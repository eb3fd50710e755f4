package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.answers.scorecard.ScorecardInfo;
import careledger.api.explorer.FrontModel.KeyFigure;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.ScorecardModel.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where everybody begins: a question, the newest figures, the topics. */
@Component
final class FrontPage implements PageMaker {
    private static final List<String> FIRST = List.of(
            "cic_count",
            "long_term_stability_pct",
            "dental_check_pct",
            "sdq_average_score",
            "care_leavers_suitable_accommodation_pct",
            "care_leavers_eet_pct");
    private static final int NEWEST = 4;

    private final Questions questions;
    private final ScorecardPage scorecards;

    FrontPage(Questions questions, ScorecardPage scorecards) {
        this.questions = questions;
        this.scorecards = scorecards;
    }

    @Override
    public Route route() {
        return Route.FRONT;
    }

    @Override
    public PageContent make(PageVisit visit) {
        String area = visit.area(visit.focus()).name();
        Optional<ScorecardModel> card = questions.scorecards(visit).stream()
                .filter(info -> !info.periods().isEmpty())
                .map(ScorecardInfo::id)
                .findFirst()
                .map(id -> scorecards.model(visit.to(Route.SCORECARD.of(id))));
        List<KeyFigure> figures = card.stream()
                .flatMap(model -> model.sections().stream())
                .flatMap(section -> section.rows().stream())
                .filter(row -> FIRST.stream()
                        .anyMatch(id -> row.link().equals(Route.INDICATOR.of(id).link())))
                .map(FrontPage::figure)
                .toList();
        List<Action> newest = visit.catalogue().sources().stream()
                .sorted(Comparator.comparing(SourceEntry::publishedOn).reversed())
                .limit(NEWEST)
                .map(source -> new Action(
                        source.title() + ", " + Words.published(source),
                        Route.SOURCE.of(source.id()).link()))
                .toList();
        FrontModel model = new FrontModel(
                area,
                figures,
                visit.catalogue().topics().stream()
                        .filter(topic -> topic.indicatorCount() > 0)
                        .toList(),
                card.map(one -> Route.SCORECARD.of(one.card().card()).link()).orElse(""),
                card.map(ScorecardModel::lead).orElse(""),
                newest);
        return PageContent.of(
                "front",
                "Children in care in " + area,
                "Published figures about children in care in " + area + ", each with the document that says so.",
                model);
    }

    private static KeyFigure figure(Row row) {
        String change = row.overTime().word().isEmpty() || row.was().isEmpty()
                ? ""
                : row.overTime().word() + ", " + row.was();
        return new KeyFigure(
                row.label(),
                row.link(),
                row.value(),
                row.when(),
                row.spark(),
                change,
                row.answer().latest());
    }
}
