package careledger.api.web;

import careledger.api.config.CareLedgerProperties;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the rows of the answers that are being sent, so that slow readers cannot fill the memory with them. */
@Component
final class RowsInFlight {
    private static final int ALWAYS = 1000;

    private final AtomicInteger rows = new AtomicInteger();
    private final int most;

    RowsInFlight(CareLedgerProperties properties) {
        this.most = properties.limits().connection().rowsInFlight();
    }

    /** Counts the rows of an context until it ends; says whether there is room for them. */
    boolean take(RequestContext context) {
        int more = context.rows();
        if (more <= ALWAYS) {
            return true;
        }
        if (rows.addAndGet(more) > most && rows.get() > more) {
            rows.addAndGet(-more);
            return false;
        }
        context.atEnd(() -> rows.addAndGet(-more));
        return true;
    }
}
