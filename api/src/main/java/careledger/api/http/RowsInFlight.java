package careledger.api.http;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.Exchange;
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

    /** Counts the rows of an exchange until it ends; says whether there is room for them. */
    boolean take(Exchange exchange) {
        int more = exchange.rows();
        if (more <= ALWAYS) {
            return true;
        }
        if (rows.addAndGet(more) > most && rows.get() > more) {
            rows.addAndGet(-more);
            return false;
        }
        exchange.atEnd(() -> rows.addAndGet(-more));
        return true;
    }
}
