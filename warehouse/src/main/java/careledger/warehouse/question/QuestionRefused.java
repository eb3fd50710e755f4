package careledger.warehouse.question;

import java.util.List;
import java.util.stream.Collectors;

/** The question cannot be answered as it was put; says everything that is wrong with it at once. */
public final class QuestionRefused extends RuntimeException {
    private final transient List<Refusal> refusals;

    public QuestionRefused(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::message).collect(Collectors.joining(" ")));
        this.refusals = List.copyOf(refusals);
    }

    public QuestionRefused(Refusal refusal) {
        this(List.of(refusal));
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
