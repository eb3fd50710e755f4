package careledger.answers.serving;

import java.util.concurrent.atomic.LongAdder;

/** Counts how questions ended. */
final class QueryCounters {
    private final LongAdder answered = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder hungUp = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void answered() {
        answered.increment();
    }

    /** @param reason any other than these is an answer too: the question was refused in words */
    void ended(RuntimeException reason) {
        if (reason instanceof DeadlineException) {
            timedOut.increment();
        } else if (reason instanceof QueryCancelledException) {
            hungUp.increment();
        } else if (reason instanceof OverloadedException) {
            refused.increment();
        } else if (reason instanceof FailedQueryException) {
            failed.increment();
        } else {
            answered.increment();
        }
    }

    WarehouseLoad with(AdmissionQueue places) {
        return new WarehouseLoad(
                places.running(),
                places.waiting(),
                answered.sum(),
                timedOut.sum(),
                hungUp.sum(),
                refused.sum(),
                failed.sum());
    }
}
