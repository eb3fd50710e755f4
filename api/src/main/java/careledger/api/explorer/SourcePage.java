package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.api.explorer.Block.Facts;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.schema.observation.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One document: who published it and when, the files it was read from, and its figures. */
@Component
final class SourcePage implements PageMaker {
    private static final int SHOWN = 200;

    private final Questions questions;

    SourcePage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.SOURCE;
    }

    @Override
    public PageContent make(PageVisit visit) {
        new UnknownIds(visit.catalogue())
                .source(visit.id(), ArgumentPath.of("source"))
                .ifPresent(PageVisit::refuse);
        SourceEntry source = visit.catalogue().source(visit.id()).orElseThrow();
        List<Observation> figures = questions.figures(
                visit,
                new FilterDraft()
                        .sources(source.id())
                        .areas(visit.focus())
                        .breakdowns(BreakdownScope.ALL)
                        .valueKinds(ValueKind.values())
                        .headlineOnly(false)
                        .filter(),
                Optional.empty());
        String area = visit.area(visit.focus()).name();
        return SheetModel.page(
                source.title(),
                List.of(new Action("Sources", Route.SOURCES.address().link())),
                "",
                List.of(
                        new Facts(facts(source, visit)),
                        new Heading("Files", "files"),
                        new Block.Table(files(source)),
                        new Heading("Figures of " + area, "figures"),
                        new Block.Table(figures(figures, area, visit))));
    }

    private static List<Facts.Fact> facts(SourceEntry source, PageVisit visit) {
        List<Facts.Fact> facts = new ArrayList<>(List.of(
                new Facts.Fact("Publisher", source.publisher(), ""),
                new Facts.Fact("Published", Words.published(source), ""),
                new Facts.Fact("Figures", "%,d in all areas".formatted(source.observations()), "")));
        if (!source.supersedes().isEmpty()) {
            facts.add(new Facts.Fact("Corrects", titles(source, visit), ""));
        }
        String correctedBy = visit.catalogue().sources().stream()
                .filter(other -> other.supersedes().contains(source.id()))
                .map(SourceEntry::title)
                .collect(Collectors.joining("; "));
        if (!correctedBy.isEmpty()) {
            facts.add(new Facts.Fact("Corrected by", correctedBy, ""));
        }
        return facts;
    }

    /** Of the documents that a source corrects; their ids where the release has them no more. */
    private static String titles(SourceEntry source, PageVisit visit) {
        return source.supersedes().stream()
                .map(id -> visit.catalogue().source(id).map(SourceEntry::title).orElse(id))
                .collect(Collectors.joining("; "));
    }

    private static PageTable files(SourceEntry source) {
        return new PageTable(
                "Files that the document was read from",
                List.of(
                        Column.text("File"),
                        Column.number("Rows"),
                        Column.number("Accepted"),
                        Column.number("Refused"),
                        Column.text("SHA-256")),
                source.extracts().stream()
                        .map(file -> List.of(
                                Cell.of(file.file()),
                                Cell.count(file.rows()),
                                Cell.count(file.accepted()),
                                Cell.count(file.rejected()),
                                new Cell(file.sha256().substring(0, 12) + "…", "", "", file.sha256())))
                        .toList());
    }

    private static PageTable figures(List<Observation> figures, String area, PageVisit visit) {
        String caption = figures.size() > SHOWN
                ? "The first %d of %,d figures of %s in this document".formatted(SHOWN, figures.size(), area)
                : Words.count(figures.size(), "figure", "figures") + " of " + area + " in this document";
        return new PageTable(
                caption,
                List.of(
                        Column.text("Measure"),
                        Column.text("Period"),
                        Column.text("Part"),
                        Column.number("Value"),
                        Column.text("Where")),
                figures.stream()
                        .limit(SHOWN)
                        .map(figure -> List.of(
                                Cell.of(
                                        figure.indicatorTitle(),
                                        Route.INDICATOR.of(figure.indicator()).link()),
                                Cell.of(FigurePeriod.label(figure)),
                                Cell.of(figure.breakdownLabel()),
                                Cell.figure(figure, visit),
                                Cell.of(figure.sourceLocator())))
                        .toList());
    }
}
