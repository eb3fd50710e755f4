package careledger.api.execution;

import careledger.api.config.DocumentLimits;
import careledger.api.error.LimitName;
import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Says in words how a document is larger than it may be. */
final class ShapeRule {
    private final DocumentLimits limits;

    ShapeRule(DocumentLimits limits) {
        this.limits = limits;
    }

    List<Problem> problems(DocumentShape shape) {
        List<Problem> problems = new ArrayList<>();
        check(
                problems,
                shape.whole().depth(),
                limits.depth(),
                "levels of fields",
                LimitName.DEPTH,
                "Ask in two steps.");
        check(problems, shape.whole().fields(), limits.fields(), "fields", LimitName.FIELDS, SPLIT);
        check(problems, shape.whole().width(), limits.rootFields(), "fields of the query", LimitName.ROOT_FIELDS, LIST);
        check(problems, shape.whole().aliases(), limits.aliases(), "aliases", LimitName.ALIASES, LIST);
        check(problems, shape.duplicates(), limits.duplicates(), "fields named twice", LimitName.DUPLICATES, ONCE);
        check(problems, shape.directives(), limits.directives(), "directives", LimitName.DIRECTIVES, VARIANTS);
        return problems;
    }

    private static final String SPLIT = "Split the document into several, or leave out fields.";
    private static final String LIST =
            "Ask once with a list, as in filter: {indicators: [\"…\", \"…\"]}, or send several requests.";
    private static final String ONCE = "Name each field once.";
    private static final String VARIANTS = "Write one document for each variant.";

    private static void check(List<Problem> problems, long found, int most, String what, String limit, String hint) {
        if (found > most) {
            problems.add(Problem.of(
                    ProblemCode.TOO_COMPLEX,
                    "The document has %,d %s, and the limit %s is %,d.".formatted(found, what, limit, most),
                    hint + " about.limits lists every limit."));
        }
    }
}
