package careledger.api.explorer;

import careledger.answers.catalogue.DefinitionEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.api.explorer.Block.Facts;
import careledger.api.explorer.Block.Facts.Fact;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.schema.observation.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One figure: which document says so, where in it, in which words, and who says otherwise. */
@Component
final class FigurePage implements PageMaker {
    private static final int PAGE = 200;

    private final Questions questions;

    FigurePage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.FIGURE;
    }

    @Override
    public PageContent make(PageVisit visit) {
        Observation figure = questions
                .claim(visit, visit.id())
                .orElseThrow(() -> new InvalidQueryException(
                        InvalidArgument.unknownNear(ArgumentPath.of("figure"), "figure", visit.id(), List.of())));
        String title = figure.indicatorTitle() + ", " + figure.areaName() + ", " + FigurePeriod.label(figure);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Facts(facts(figure, visit)));
        visit.notices().of(figure).forEach(notice -> blocks.add(new Block.Note(notice.sentence())));
        if (figure.qualityNote() != null) {
            blocks.add(new Block.Note("Check: " + figure.qualityNote()));
        }
        blocks.add(new Heading("Everything published for this", "claims"));
        blocks.add(new Block.Table(claims(figure, visit)));
        disagreement(figure, visit).ifPresent(blocks::add);
        blocks.add(new Heading("What is measured", "definition"));
        definition(figure, visit).ifPresent(text -> blocks.add(new Block.Text(text)));
        blocks.add(new Heading("How to cite it", "cite"));
        blocks.add(new Block.Code(title + ": " + figure.valueText() + ". " + figure.sourceTitle() + ", "
                + figure.sourceLocator() + ". " + Citation.of(visit)));
        String lead = said(figure);
        return SheetModel.page(
                title, List.of(new Action(figure.indicatorTitle(), visit.measureLink(figure))), lead, blocks);
    }

    private static String said(Observation figure) {
        String part = figure.breakdown().equals("total") ? "" : " (" + figure.breakdownLabel() + ")";
        String kind =
                switch (figure.valueKind()) {
                    case ACTUAL, PREVIOUSLY_REPORTED -> "";
                    case PROVISIONAL -> "Provisional: ";
                    case TARGET -> "Target: ";
                    case FORECAST -> "Forecast: ";
                };
        return kind
                + figure.valueText()
                + part
                + (figure.headline() ? "." : ", which is not the figure that is shown: another one outranks it.");
    }

    private static List<Fact> facts(Observation figure, PageVisit visit) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Document",
                figure.sourceTitle(),
                Route.SOURCE.of(figure.source()).link()));
        visit.catalogue().source(figure.source()).ifPresent(source -> {
            facts.add(new Fact("Published", source.publisher() + ", " + Words.published(source), ""));
        });
        facts.add(new Fact("Where in it", figure.sourceLocator(), ""));
        if (figure.sourceText() != null) {
            facts.add(new Fact("As it is written there", "“" + figure.sourceText() + "”", ""));
        }
        facts.addAll(period(figure));
        if (figure.qualifier() != null) {
            facts.add(new Fact("Not exact", "The document prints “" + figure.qualifier() + "” with the number.", ""));
        }
        if (!figure.breakdown().equals("total")) {
            facts.add(new Fact("Part", figure.breakdownLabel(), ""));
        }
        if (figure.numerator() != null || figure.denominator() != null) {
            facts.add(new Fact("Worked out from", fraction(figure), ""));
        }
        if (figure.caveat() != null) {
            facts.add(new Fact("The document warns", figure.caveat(), ""));
        }
        facts.add(new Fact("Permanent id", figure.id(), ""));
        return facts;
    }

    /** When it is for, with what the document does not print of it. */
    private static List<Fact> period(Observation figure) {
        List<Fact> facts = new ArrayList<>();
        if (figure.periodPrinted() != null) {
            facts.add(new Fact("Period as it is written there", "“" + figure.periodPrinted() + "”", ""));
        }
        if (figure.periodNote() != null) {
            facts.add(new Fact("Period", FigurePeriod.describe(figure) + ": " + figure.periodNote(), ""));
        }
        if (figure.publishedOnNote() != null) {
            facts.add(new Fact("Day of publication", figure.publishedOnNote(), ""));
        }
        return facts;
    }

    private static String fraction(Observation figure) {
        return Words.number(figure.numerator()) + " of " + Words.number(figure.denominator());
    }

    private PageTable claims(Observation figure, PageVisit visit) {
        List<List<Cell>> rows = questions
                .figures(
                        visit,
                        new FilterDraft()
                                .indicators(figure.indicator())
                                .areas(figure.area())
                                .periods(figure.period())
                                .breakdowns(BreakdownScope.ALL)
                                .valueKinds(ValueKind.values())
                                .headlineOnly(false)
                                .filter(),
                        Optional.empty())
                .stream()
                .filter(other -> other.breakdown().equals(figure.breakdown()))
                .sorted(Comparator.comparing(Observation::publishedOn).reversed())
                .map(other -> List.of(
                        Cell.figure(other, visit),
                        Cell.of(other.sourceTitle()),
                        Cell.published(other.publishedOn(), other.publishedOnNote()),
                        Cell.of(other.sourceLocator()),
                        Cell.of(role(other, figure))))
                .toList();
        return new PageTable(
                figure.indicatorTitle() + ", " + figure.areaName() + ", " + FigurePeriod.label(figure)
                        + ", newest first",
                List.of(
                        Column.number("Value"),
                        Column.text("Document"),
                        Column.text("Published"),
                        Column.text("Where"),
                        Column.text("Is")),
                rows);
    }

    private static String role(Observation other, Observation figure) {
        String role =
                switch (other.valueKind()) {
                    case TARGET -> "a target";
                    case FORECAST -> "a forecast";
                    case PREVIOUSLY_REPORTED -> "repeated from an earlier document";
                    case ACTUAL, PROVISIONAL -> other.headline() ? "the figure that is shown" : "outranked";
                };
        String same = other.definition().equals(figure.definition()) ? "" : ", under another definition";
        return role + same;
    }

    private Optional<Block> disagreement(Observation figure, PageVisit visit) {
        return questions
                .conflicts(visit, Optional.of(figure.indicator()), Optional.of(figure.area()), PAGE)
                .rows()
                .stream()
                .filter(conflict -> conflict.period().equals(figure.period())
                        && conflict.breakdown().equals(figure.breakdown())
                        && conflict.definition().equals(figure.definition()))
                .findFirst()
                .map(conflict -> new Block.Note("The documents disagree. "
                        + conflict.headline().valueText() + " is shown ("
                        + conflict.headline().sourceTitle() + "). " + conflict.rule()));
    }

    private static Optional<String> definition(Observation figure, PageVisit visit) {
        return visit.catalogue().indicator(figure.indicator()).stream()
                .flatMap(indicator -> indicator.definitions().stream())
                .filter(definition -> definition.id().equals(figure.definition()))
                .map(DefinitionEntry::text)
                .findFirst();
    }
}
