package careledger.api.explorer;

import careledger.answers.scorecard.RowAnswer;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardCounts;
import careledger.schema.scorecard.Judged;
import careledger.schema.scorecard.ScorecardReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A card and its rows in words. A card that gives a document back says what the document prints; every other card says
 * what was computed.
 *
 * @param replays whether the card gives a document back
 */
record ScorecardWords(ScorecardAnswer card, boolean replays) {
    static ScorecardWords of(ScorecardAnswer card) {
        return new ScorecardWords(
                card,
                Optional.ofNullable(ScorecardReader.builtIn().get(card.card()))
                        .filter(known -> known.replay().isPresent())
                        .isPresent());
    }

    /** The numbers of the lead add up to the measures with a figure. */
    String lead() {
        ScorecardCounts counts = card.counts();
        String where = card.area().name() + ", " + card.period().label() + ": ";
        String measures = Words.count(counts.reported(), "measure", "measures") + " with a figure, ";
        if (replays) {
            return where + "of " + measures + "the document prints "
                    + list(
                            counts.better() + " as better",
                            counts.steady() + " as much the same",
                            counts.worse() + " as worse",
                            counts.noPolarity() + " as higher or lower without saying which is good",
                            counts.unjudged() + " without a direction")
                    + ".";
        }
        return where + "of " + measures + counts.better() + " got better, " + counts.steady() + " stayed level, "
                + counts.worse() + " got worse"
                + (counts.noPolarity() == 0 ? "" : ", " + counts.noPolarity() + " moved where neither way is good")
                + (counts.unjudged() == 0
                        ? ""
                        : ", " + counts.unjudged() + (counts.unjudged() == 1 ? " has" : " have")
                                + " no earlier figure to compare with")
                + ".";
    }

    /** How a row went, in a word. */
    String direction(RowAnswer row) {
        String printed = row.printedDirection();
        if (!replays) {
            return Words.direction(row.change().direction(), row.latest());
        }
        if (printed == null) {
            return "not printed";
        }
        return row.judged() == null || row.judged() == Judged.NO_POLARITY
                ? printed.split("[ (]", 2)[0]
                : row.judged().name().toLowerCase(Locale.ROOT);
    }

    /** Why: what the document prints goes before what is computed. */
    String rule(RowAnswer row) {
        String printed = row.printedDirection();
        return !replays || printed == null
                ? row.change().rule()
                : "The document prints '" + printed + "'. By the figures: "
                        + Words.direction(row.change().direction()).toLowerCase(Locale.ROOT) + ". "
                        + row.change().rule();
    }

    /** Direction, colour and quartile as the document prints them; empty where it prints none of them. */
    String printed(RowAnswer row) {
        List<String> printed = new ArrayList<>();
        if (replays && row.printedDirection() != null) {
            printed.add("'" + row.printedDirection() + "'");
        }
        if (row.rag() != null) {
            printed.add(row.rag().name().toLowerCase(Locale.ROOT));
        }
        if (replays && row.quartile() != null) {
            printed.add("quartile " + row.quartile());
        }
        return printed.isEmpty() ? "" : "printed: " + String.join(", ", printed);
    }

    private static String list(String... parts) {
        List<String> some =
                List.of(parts).stream().filter(part -> !part.startsWith("0 ")).toList();
        return some.size() < 2
                ? String.join("", some)
                : some.stream().limit(some.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + some.get(some.size() - 1);
    }
}
