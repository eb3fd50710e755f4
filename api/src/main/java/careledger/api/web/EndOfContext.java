package careledger.api.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends an context whose answer is sent after its first thread has left it. */
record EndOfContext(RequestContext context) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent end) {
        context.end();
    }

    @Override
    public void onTimeout(AsyncEvent late) {}

    @Override
    public void onError(AsyncEvent failed) {}

    @Override
    public void onStartAsync(AsyncEvent again) {
        again.getAsyncContext().addListener(this);
    }
}
