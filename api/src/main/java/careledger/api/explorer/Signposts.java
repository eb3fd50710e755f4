package careledger.api.explorer;

import careledger.answers.scorecard.ScorecardInfo;
import careledger.api.explorer.Block.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages that answer a question about all measures, which no single measure does, by the words of such questions. */
final class Signposts {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> HOW_ARE_WE_DOING = Set.of(
            "target",
            "targets",
            "missed",
            "scorecard",
            "performance",
            "performing",
            "better",
            "worse",
            "best",
            "worst",
            "improved",
            "improving",
            "improvement",
            "neighbour",
            "neighbours",
            "doing");
    private static final Set<String> DISAGREE =
            Set.of("disagree", "disagreement", "conflict", "conflicts", "conflicting", "contradict", "contradiction");
    private static final Set<String> CHANGED =
            Set.of("changed", "changes", "revised", "revision", "revisions", "updated");
    private static final Set<String> DOWNLOAD = Set.of("download", "downloads", "csv", "excel", "api", "spreadsheet");

    /** Words that people use for what the glossary calls otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "small cells", "Suppressed",
            "small numbers", "Suppressed",
            "hidden", "Suppressed",
            "median", "Median (middle)",
            "sdq", "SDQ (strengths and difficulties questionnaire)");

    private final Questions questions;

    Signposts(Questions questions) {
        this.questions = questions;
    }

    List<Links.Item> of(String query, PageVisit visit) {
        Set<String> words =
                BETWEEN_WORDS.splitAsStream(query.toLowerCase(Locale.UK)).collect(Collectors.toSet());
        List<Links.Item> signs = new ArrayList<>();
        if (any(words, HOW_ARE_WE_DOING)) {
            questions.scorecards(visit).stream()
                    .filter(card -> !card.periods().isEmpty())
                    .map(ScorecardInfo::id)
                    .findFirst()
                    .ifPresent(id -> signs.add(new Links.Item(
                            "How are we doing?",
                            Route.SCORECARD.of(id).link(),
                            "The scorecard: what got better or worse, beside the neighbours and England, and against"
                                    + " targets.")));
        }
        if (any(words, CHANGED)) {
            signs.add(new Links.Item(
                    "What changed", Route.CHANGES.address().link(), "New documents and revised figures."));
        }
        if (any(words, DISAGREE)) {
            signs.add(new Links.Item(
                    "Where documents disagree",
                    Route.CONFLICTS.address().link(),
                    "Both values, and which one is shown."));
        }
        if (any(words, DOWNLOAD)) {
            signs.add(new Links.Item("Data", Route.DATA.address().link(), "Downloads, and addresses for programs."));
        }
        meaning(query)
                .ifPresent(word -> signs.add(
                        new Links.Item(word.word(), Route.WORDS.address().link(), word.meaning())));
        return signs;
    }

    private static boolean any(Set<String> words, Set<String> known) {
        return words.stream().anyMatch(known::contains);
    }

    /** A word of the glossary, where the text is nothing else. */
    private static Optional<Glossary.Word> meaning(String query) {
        String asked = query.strip().toLowerCase(Locale.UK);
        String name = OTHER_NAMES.getOrDefault(asked, asked);
        return Glossary.words().stream()
                .filter(word -> word.word().equalsIgnoreCase(name))
                .findFirst();
    }
}
