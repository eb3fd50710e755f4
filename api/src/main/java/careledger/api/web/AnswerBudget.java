package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.api.config.CareLedgerProperties;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The memory that all answers being produced may use together: a share of the heap. An answer reserves what it may need
 * before the work for it starts; what does not fit waits, callers in turn, for a bounded time. Most of it is for long
 * answers and the rest for those of a middle size, so that these do not wait behind the long ones. A small answer needs no
 * reservation: the number of threads bounds those.
 */
@Component
public final class AnswerBudget {
    /** Bytes up to which an answer is small. */
    public static final long SMALL = 128 * 1024;

    /** Bytes from which on an answer is long. */
    private static final long LONG = 4 * 1024 * 1024;

    private static final int MIDDLE_SHARE = 4;

    private final MemoryPool middle;
    private final MemoryPool large;

    @Autowired
    AnswerBudget(CareLedgerProperties properties) {
        this(
                properties.limits().answerBytes(),
                properties.limits().queue(),
                properties.limits().longestWait());
    }

    AnswerBudget(long total, int queue, Duration longestWait) {
        this.middle = new MemoryPool(total / MIDDLE_SHARE, queue, longestWait);
        this.large = new MemoryPool(total - total / MIDDLE_SHARE, queue, longestWait);
    }

    /** What one answer holds of the budget, until it is closed; closing it twice does no harm. */
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /** Bytes that one answer may need at most; one that may need more is never produced. */
    public long most() {
        return large.total();
    }

    /** Bytes that answers being produced hold at present. */
    public long reserved() {
        return middle.total() - middle.free() + large.total() - large.free();
    }

    /**
     * Waits until there is room.
     *
     * @param bytes that the answer may need; more than {@link #most()} counts as that
     * @throws OverloadedException where too many wait already, or there was no room in time
     * @throws QueryCancelledException where nobody waits for the answer any more
     */
    public Share reserve(long bytes, CancellationSignal caller) {
        if (bytes <= SMALL) {
            return () -> {};
        }
        return bytes <= Math.min(LONG, middle.total()) ? middle.reserve(bytes, caller) : large.reserve(bytes, caller);
    }
}
