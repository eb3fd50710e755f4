package careledger.warehouse.question;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a question, so that all of it is said at once. */
public final class Refusals {
    private final List<Refusal> found = new ArrayList<>();

    public void add(Refusal refusal) {
        found.add(refusal);
    }

    /** @throws QuestionRefused with everything found */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new QuestionRefused(found);
        }
    }
}
