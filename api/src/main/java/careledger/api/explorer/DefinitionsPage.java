package careledger.api.explorer;

import careledger.answers.catalogue.DefinitionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.SourceEntry;
import careledger.api.explorer.Block.Facts;
import careledger.api.explorer.Block.Facts.Fact;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.IndicatorModel.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an indicator measures, and how that changed. */
@Component
final class DefinitionsPage implements PageMaker {
    @Override
    public Route route() {
        return Route.DEFINITIONS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        IndicatorEntry indicator = visit.indicator();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(indicator.plainEnglish()));
        blocks.add(new Facts(about(indicator)));
        for (DefinitionEntry definition : indicator.definitions()) {
            blocks.add(new Heading(title(definition), definition.id()));
            blocks.add(new Block.Text(definition.text()));
            if (definition.breakReason() != null) {
                blocks.add(new Block.Note((definition.comparableWithPrevious()
                                ? "Comparable with the one before: "
                                : "Not comparable with the one before: ")
                        + definition.breakReason()));
            }
            blocks.add(new Facts(facts(definition, visit)));
        }
        return SheetModel.page(
                "Definitions: " + indicator.title(),
                List.of(new Action(
                        indicator.title(), Route.INDICATOR.of(indicator.id()).link())),
                "",
                blocks);
    }

    private static String title(DefinitionEntry definition) {
        String from = definition.validFrom() == null ? "" : " from " + Words.day(definition.validFrom());
        String to = definition.validTo() == null ? "" : " to " + Words.day(definition.validTo());
        return (definition.primary() ? "Main definition" : "Another definition") + from + to;
    }

    private static List<Fact> about(IndicatorEntry indicator) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Unit", Words.unit(indicator.unit()), ""));
        facts.add(new Fact(
                "Which way is good",
                switch (indicator.polarity()) {
                    case NONE -> "Neither: higher is not better or worse in itself.";
                    case HIGH_IS_GOOD -> "Higher is better. " + orNothing(indicator.polarityReason());
                    case LOW_IS_GOOD -> "Lower is better. " + orNothing(indicator.polarityReason());
                },
                ""));
        if (!indicator.synonyms().isEmpty()) {
            facts.add(new Fact("Also called", String.join("; ", indicator.synonyms()), ""));
        }
        return facts;
    }

    private static List<Fact> facts(DefinitionEntry definition, PageVisit visit) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Counted", definition.numerator());
        add(facts, "Out of", definition.denominator());
        add(facts, "Return", definition.statutoryReturn());
        definition
                .sources()
                .forEach(source -> facts.add(new Fact(
                        visit.catalogue()
                                .source(source.source())
                                .map(SourceEntry::title)
                                .orElse(source.source()),
                        "“" + source.wording() + "”",
                        "")));
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String text) {
        if (text != null) {
            facts.add(new Fact(name, text, ""));
        }
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
