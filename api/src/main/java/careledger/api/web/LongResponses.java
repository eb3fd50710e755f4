package careledger.api.web;

import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps long answers to slow readers from taking every thread, and memory with them. */
@Component
public final class LongResponses {
    /** Tables and files that are sent at once; each holds a page of rows, some 50 MB. */
    static final int MOST = 8;

    private final Semaphore free = new Semaphore(MOST);

    /** One that is being sent. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws ApiException where as many as may be are being sent */
    public Turn take() {
        if (!free.tryAcquire()) {
            throw ApiException.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    ProblemCode.OVERLOADED,
                    MOST + " tables and files are being sent; more are not taken on at once.",
                    "Ask again in a moment.");
        }
        return free::release;
    }
}
