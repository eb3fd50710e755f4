package careledger.answers.query;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a question, so that all of it is said at once. */
public final class InvalidArguments {
    private final List<InvalidArgument> found = new ArrayList<>();

    public void add(InvalidArgument refusal) {
        found.add(refusal);
    }

    /** @throws InvalidQueryException with everything found */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidQueryException(found);
        }
    }
}
