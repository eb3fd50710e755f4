package careledger.release.guard;

import java.util.List;

/**
 * What a guard found.
 *
 * @param found how many figures, series or rows
 * @param most how many the rules allow
 * @param message what was found, what is allowed and what to do, in words
 * @param examples the first of what was found, in words
 */
public record Alarm(Guard guard, long found, long most, String message, List<String> examples) {
    public Alarm {
        examples = List.copyOf(examples);
    }

    static Alarm of(Guard guard, long found, long most, String what, List<String> examples) {
        String message = found + " " + what + ": this exceeds the limit of " + most
                + " and needs approval. If it is intended, run again with --accept " + guard.id() + ".";
        return new Alarm(guard, found, most, message, examples);
    }
}
