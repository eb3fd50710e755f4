package careledger.api.explorer;

import careledger.api.config.CareLedgerProperties;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How these pages can be used by everybody, and whom to tell where they cannot. */
@Component
final class AccessibilityPage implements PageMaker {
    private final String contact;

    AccessibilityPage(CareLedgerProperties properties) {
        this.contact = properties.explorer().contact();
    }

    @Override
    public Route route() {
        return Route.ACCESSIBILITY;
    }

    @Override
    public PageContent make(PageVisit visit) {
        List<Block> blocks = new ArrayList<>(List.of(
                new Heading("What we do", "what"),
                new Text(
                        "You can read every page without scripts, with the keyboard alone, at 400% zoom and on a narrow"
                                + " screen, with your own colours, and on paper."),
                new Text("Every chart has a text that says what it shows, and a table with the same figures below it."
                        + " With the keyboard, go to a chart and press the arrow keys: each figure is read out."),
                new Text("Colours are never the only sign: judgements are words, lines differ by their dashes and"
                        + " markers."),
                new Heading("How it is tested", "tests"),
                new Text("With each change a program opens every kind of page in a browser, wide and narrow, with and"
                        + " without scripts, and checks it by the rules of axe for WCAG 2.2 AA. No rule is switched"
                        + " off. A program cannot find everything: no tests with people who use screen readers have"
                        + " been recorded here yet."),
                new Heading("What is not accessible", "limits"),
                new Text("The page to write GraphQL questions on, /graphiql, is made by others and cannot be used in"
                        + " full with a screen reader; everything it shows can be had from the files and addresses"
                        + " on the page about data. Documents that the figures come from are published by"
                        + " others.")));
        blocks.add(new Heading("Tell us", "contact"));
        blocks.add(new Text(
                contact.isEmpty()
                        ? "Tell the council’s data team where something does not work for you. It answers within ten"
                                + " working days."
                        : "Write to " + contact + " where something does not work for you."));
        blocks.add(new Text("If you are not content with the answer, the Equality Advisory and Support Service"
                + " (www.equalityadvisoryservice.com) advises you."));
        return SheetModel.page("Accessibility statement", List.of(), "", blocks);
    }
}
