package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.QueryCancelledException;
import java.io.ByteArrayOutputStream;

/** A file that is being made for a caller: making it ends once nobody waits for it any more. */
public final class WantedBytes extends ByteArrayOutputStream {
    private final CancellationSignal caller;

    public WantedBytes(CancellationSignal caller) {
        this.caller = caller;
    }

    /** For the request that this thread works on; where there is none, the file is always wanted. */
    public static WantedBytes ofThisRequest() {
        return new WantedBytes(
                RequestContext.current().map(RequestContext::cancellation).orElseGet(CancellationSignal::new));
    }

    @Override
    public synchronized void write(int one) {
        requireWanted();
        super.write(one);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        requireWanted();
        super.write(bytes, from, length);
    }

    /** For work that writes nothing yet. @throws QueryCancelledException where the caller has gone */
    public void requireWanted() {
        if (caller.gone()) {
            throw new QueryCancelledException();
        }
    }
}
