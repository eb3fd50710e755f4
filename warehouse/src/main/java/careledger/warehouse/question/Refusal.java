package careledger.warehouse.question;

import careledger.schema.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with a question.
 *
 * @param message what was found and what was expected
 * @param hint what to do about it
 * @param nearest known ids near to an unknown one, nearest first
 */
public record Refusal(
        RefusalCode code, ArgumentPath argument, String message, Optional<String> hint, List<String> nearest) {
    public Refusal {
        nearest = List.copyOf(nearest);
    }

    public static Refusal badInput(ArgumentPath argument, String message, String hint) {
        return new Refusal(RefusalCode.BAD_INPUT, argument, message, Optional.of(hint), List.of());
    }

    /** @param limit the limit's name, as {@code about.limits} lists it */
    public static Refusal limit(ArgumentPath argument, String limit, long most, long asked) {
        return new Refusal(
                RefusalCode.LIMIT_EXCEEDED,
                argument,
                "%,d asked for, and the limit %s is %,d.".formatted(asked, limit, most),
                Optional.of("Ask for less; about.limits lists every limit."),
                List.of());
    }

    /** @param what the kind of thing, as in "indicator" */
    public static Refusal unknown(ArgumentPath argument, String what, String id, Collection<String> known) {
        return unknownNear(argument, what, id, Nearest.to(id, known));
    }

    public static Refusal unknownNear(ArgumentPath argument, String what, String id, List<String> nearest) {
        return new Refusal(
                RefusalCode.UNKNOWN_ID,
                argument,
                "There is no " + what + " '" + id + "'."
                        + (nearest.isEmpty() ? "" : " Nearest known: '" + String.join("', '", nearest) + "'."),
                Optional.empty(),
                nearest);
    }
}
