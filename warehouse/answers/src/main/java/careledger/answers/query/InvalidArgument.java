package careledger.answers.query;

import careledger.schema.text.Echo;
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
public record InvalidArgument(
        InvalidArgumentCode code, ArgumentPath argument, String message, Optional<String> hint, List<String> nearest) {
    public InvalidArgument {
        nearest = List.copyOf(nearest);
    }

    public static InvalidArgument badInput(ArgumentPath argument, String message, String hint) {
        return new InvalidArgument(InvalidArgumentCode.BAD_INPUT, argument, message, Optional.of(hint), List.of());
    }

    /** @param limit the limit's name, as {@code about.limits} lists it */
    public static InvalidArgument limit(ArgumentPath argument, String limit, long most, long asked) {
        return new InvalidArgument(
                InvalidArgumentCode.LIMIT_EXCEEDED,
                argument,
                "%,d asked for, and the limit %s is %,d.".formatted(asked, limit, most),
                Optional.of("Ask for less; about.limits lists every limit."),
                List.of());
    }

    /** @param what the kind of thing, as in "indicator" */
    public static InvalidArgument unknown(ArgumentPath argument, String what, String id, Collection<String> known) {
        return unknownNear(argument, what, id, Nearest.to(id, known));
    }

    public static InvalidArgument unknownNear(ArgumentPath argument, String what, String id, List<String> nearest) {
        return new InvalidArgument(
                InvalidArgumentCode.UNKNOWN_ID,
                argument,
                "There is no " + what + " '" + Echo.of(id) + "'."
                        + (nearest.isEmpty() ? "" : " Nearest known: '" + String.join("', '", nearest) + "'."),
                Optional.empty(),
                nearest);
    }
}
