package careledger.api.explorer;

import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.answers.scorecard.RowAnswer;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardInfo;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.ScorecardModel.Mark;
import careledger.api.explorer.ScorecardModel.Row;
import careledger.api.explorer.ScorecardModel.Section;
import careledger.api.explorer.chart.ChartWords;
import careledger.api.explorer.chart.Sparkline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A scorecard: how are we doing, row by row, with the three judgements apart. */
@Component
final class ScorecardPage implements PageMaker {
    private static final Map<String, String> SIGNS = Map.of(
            "better", "▲", "worse", "▼", "steady", "■", "level", "■", "higher", "△", "lower", "▽", "met", "✓", "missed",
            "✗");

    private final Questions questions;

    ScorecardPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.SCORECARD;
    }

    @Override
    public PageContent make(PageVisit visit) {
        ScorecardModel model = model(visit);
        return PageContent.of("scorecard", model.card().title(), model.lead(), model);
    }

    /** What the page shows, for the pack too. */
    ScorecardModel model(PageVisit visit) {
        String area = visit.area().id();
        ScorecardAnswer card =
                questions.scorecard(visit, visit.id(), visit.address().choice("period"), area, visit.asOf());
        ScorecardWords words = ScorecardWords.of(card);
        List<Section> sections = card.sections().stream()
                .map(section -> new Section(
                        section.title(),
                        section.rows().stream()
                                .filter(ScorecardPage::hasFigure)
                                .map(row -> row(row, words, visit))
                                .toList()))
                .filter(section -> !section.rows().isEmpty())
                .toList();
        return new ScorecardModel(
                card,
                words.lead(),
                sections,
                without(card),
                colours(card),
                periods(card, visit),
                notices(card, visit),
                visit.address());
    }

    /** Those on the newest figures of the card, with the row that each is about. */
    private static List<String> notices(ScorecardAnswer card, PageVisit visit) {
        List<String> notices = new ArrayList<>();
        card.sections().stream().flatMap(section -> section.rows().stream()).forEach(row -> {
            Observation latest = row.latest();
            if (latest != null) {
                visit.notices().of(latest).forEach(notice -> notices.add(row.label() + ". " + notice.sentence()));
            }
        });
        return notices;
    }

    private static boolean hasFigure(RowAnswer row) {
        return row.latest() != null && row.latest().value() != null;
    }

    /** The rows without a figure in one line; empty where all have one. */
    private static String without(ScorecardAnswer card) {
        String rows = card.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> !hasFigure(row))
                .map(row -> row.label().strip() + status(row.latest()))
                .collect(Collectors.joining("; "));
        return rows.isEmpty() ? "" : "No figure for " + card.period().label() + ": " + rows + ".";
    }

    private static String status(@Nullable Observation latest) {
        return latest == null ? "" : " (" + FigureFormat.status(latest) + ")";
    }

    /** The key to the colours that the document prints; empty where it prints none. */
    private static String colours(ScorecardAnswer card) {
        return card.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.rag() != null)
                .map(RowAnswer::ragRule)
                .findFirst()
                .orElse("");
    }

    private List<Action> periods(ScorecardAnswer card, PageVisit visit) {
        return questions.scorecards(visit).stream()
                .filter(info -> info.id().equals(card.id()))
                .map(ScorecardInfo::periods)
                .flatMap(List::stream)
                .map(period -> new Action(
                        period.label(),
                        period.id().equals(card.period().id())
                                ? ""
                                : visit.address().with("period", period.id()).link()))
                .toList();
    }

    /** Numbers of places of different size are not set beside each other. */
    private static Row row(RowAnswer row, ScorecardWords words, PageVisit visit) {
        boolean compared = ChartWords.comparable(row.indicator());
        Observation latest = row.latest();
        Observation previous = row.previous();
        return new Row(
                row.label(),
                new Address(
                                Route.INDICATOR,
                                row.indicator().id(),
                                visit.address().choices())
                        .link(),
                text(latest),
                latest == null ? "" : Words.figureLink(latest.id()),
                latest == null ? "no figure" : visit.when(latest),
                Sparkline.of(row.history()),
                mark(words.direction(row), words.rule(row)),
                previous == null ? "" : "was " + text(previous),
                words.printed(row),
                compared ? text(row.neighbours()) : text(null),
                mark(
                        firstWord(row.againstNeighbours()),
                        Words.sentences(row.againstNeighbours(), row.neighboursRule())),
                compared ? text(row.england()) : text(null),
                mark(firstWord(row.againstTarget()), Words.sentences(row.againstTarget())),
                row);
    }

    private static String text(@Nullable Observation figure) {
        return figure == null ? "–" : figure.valueText().replace(" per 10,000", "");
    }

    /** The judgement that a text begins with. */
    private static String firstWord(String text) {
        for (String word : List.of("not compared", "not judged", "no target", "within tolerance")) {
            if (text.startsWith(word)) {
                return word;
            }
        }
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static Mark mark(String word, String rule) {
        String small = word.toLowerCase(Locale.ROOT);
        return new Mark(small, SIGNS.getOrDefault(small, ""), Words.tone(small), rule);
    }
}
