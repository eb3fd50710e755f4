package careledger.answers.query;

import java.util.List;
import java.util.stream.Collectors;

/** The question cannot be answered as it was put; says everything that is wrong with it at once. */
public final class InvalidQueryException extends RuntimeException {
    private final transient List<InvalidArgument> refusals;

    public InvalidQueryException(List<InvalidArgument> refusals) {
        super(refusals.stream().map(InvalidArgument::message).collect(Collectors.joining(" ")));
        this.refusals = List.copyOf(refusals);
    }

    public InvalidQueryException(InvalidArgument refusal) {
        this(List.of(refusal));
    }

    public List<InvalidArgument> refusals() {
        return refusals;
    }

    /** Whether the question names something that is not known, and so is not there. */
    public boolean namesTheUnknown() {
        return refusals.stream().anyMatch(refusal -> refusal.code() == InvalidArgumentCode.UNKNOWN_ID);
    }
}
