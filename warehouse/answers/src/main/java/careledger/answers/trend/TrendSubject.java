package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An indicator's title as the subject of a sentence: "the share of care leavers in suitable accommodation". A title that
 * names a quantity itself ("Average cost …") only gets its article.
 */
final class TrendSubject {
    private static final Set<String> QUANTITIES = Set.of(
            "age",
            "annual",
            "average",
            "change",
            "decrease",
            "difference",
            "fall",
            "growth",
            "guideline",
            "highest",
            "improvement",
            "increase",
            "long-term",
            "lowest",
            "most",
            "net",
            "number",
            "overspend",
            "part",
            "percentage",
            "placement",
            "population",
            "predicted",
            "progress",
            "proportion",
            "rate",
            "resident",
            "rise",
            "share",
            "size",
            "take-up",
            "total",
            "turnover",
            "value",
            "weight");
    private static final List<String> BARE = List.of("how ", "when ", "where ", "who ", "school attendance");

    /** Titles that name a quantity by their second word, or by whose share it is. */
    private static final Pattern NAMED_SECOND =
            Pattern.compile("(?:the )?(?:[\\w-]+ (?:rate|ratio)|council's (?:own )?share) of .*");

    /** A clause that closes with a comma: "social workers who left, in full-time jobs, was". */
    private static final Pattern CLAUSE_AT_THE_END = Pattern.compile(
            ".*, (?:as|for every|in full-time|in per cent|on average|measure not named|exceptions|two in)\\b[^,]*");

    private TrendSubject() {}

    static String of(IndicatorEntry indicator) {
        String subject = named(indicator);
        return CLAUSE_AT_THE_END.matcher(subject).matches() ? subject + "," : subject;
    }

    private static String named(IndicatorEntry indicator) {
        String lower = indicator.title().toLowerCase(Locale.UK);
        String first = lower.split(" ", 2)[0];
        if (QUANTITIES.contains(first)) {
            return "the " + first + indicator.title().substring(first.length());
        }
        String title = lowered(indicator.title());
        if (title.contains("as a share of")) {
            return "the figure for " + title;
        }
        if (NAMED_SECOND.matcher(lower).matches()) {
            return lower.startsWith("the ") ? title : "the " + title;
        }
        boolean bare = BARE.stream().anyMatch(lower::startsWith);
        return switch (indicator.unit()) {
            case COUNT, RATE_PER_1K, RATE_PER_10K, RATE_PER_100K -> "the number of " + title;
            case PERCENT -> bare ? title : (title.contains("for every 100") ? "the rate of " : "the share of ") + title;
            case MEAN, DAYS -> "the number of " + title;
            case RATIO -> (title.contains(" against ") ? "the ratio of " : "the number of ") + title;
            case PERCENTAGE_POINT -> "the " + title;
            case GBP -> isName(title) ? "the " + title : title;
            case SCORE, INDEX -> title;
        };
    }

    /** Without what it is split by: the shares "of child protection plans started, by category of risk". */
    static String ofParts(IndicatorEntry indicator) {
        return of(indicator).replaceFirst(", by (?!how)[^,]*$", "");
    }

    private static boolean isName(String title) {
        return Character.isUpperCase(title.charAt(0));
    }

    /** With a small first letter, unless it starts a name or is an abbreviation. */
    private static String lowered(String title) {
        String[] words = title.split(" ", 3);
        boolean name = words.length > 1 && Character.isUpperCase(words[1].charAt(0));
        boolean abbreviation = words[0].length() > 1 && Character.isUpperCase(words[0].charAt(1));
        return name || abbreviation || title.isEmpty()
                ? title
                : title.substring(0, 1).toLowerCase(Locale.UK) + title.substring(1);
    }
}
