package careledger.answers.query;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a query, so that all of it is said at once: the first problems in full, the others as a number. */
public final class InvalidArguments {
    /** Problems that are said in full. */
    public static final int MOST = 20;

    private final List<InvalidArgument> found = new ArrayList<>();
    private int more;

    public void add(InvalidArgument refusal) {
        if (found.size() < MOST) {
            found.add(refusal);
        } else {
            more++;
        }
    }

    /** @throws InvalidQueryException with what was found */
    public void throwIfAny() {
        if (more > 0) {
            found.add(InvalidArgument.badInput(
                    found.get(0).argument(),
                    more + (more == 1 ? " more problem is" : " more problems are") + " not listed.",
                    "Correct the first " + MOST + ", then try again."));
        }
        if (!found.isEmpty()) {
            throw new InvalidQueryException(found);
        }
    }
}
