package careledger.api.explorer;

import java.util.List;

/** A part of a page that is made of text, lists and tables. */
public sealed interface Block {
    /** @param id by which links lead to it */
    record Heading(String text, String id) implements Block {}

    record Text(String text) implements Block {}

    /** Something that must not be overlooked. */
    record Note(String text) implements Block {}

    /** Links with what they lead to. */
    record Links(List<Item> items) implements Block {
        public Links {
            items = List.copyOf(items);
        }

        /** @param text below the link; may be empty */
        public record Item(String title, String link, String text) {}
    }

    /** Links in one line. */
    record Inline(List<IndicatorModel.Action> links) implements Block {
        public Inline {
            links = List.copyOf(links);
        }
    }

    /** Names with their descriptions. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        /** @param link where the text leads; may be empty */
        public record Fact(String name, String text, String link) {}
    }

    record Table(PageTable table) implements Block {}

    /** Code or an address to be copied. */
    record Code(String text) implements Block {}

    /** A picture, wide and narrow. */
    record Picture(IndicatorModel.ChartView chart) implements Block {}

    /** A form with one choice, which leads to another address. */
    record Choice(String action, String name, String label, String type, String value) implements Block {}
}
