package careledger.api.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;

/** A body that arrives in pieces. No thread waits for it; once it is whole, the request is dispatched again. */
final class BodyArrival implements ReadListener, AsyncListener {
    private static final int PIECE = 4096;

    private final AsyncContext request;
    private final ServletInputStream in;
    private final int most;
    private final BiConsumer<BodyArrival, Outcome> ended;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean done;

    /** How it ended. */
    enum Outcome {
        WHOLE,
        TOO_LONG,
        TOO_SLOW,
        BROKEN
    }

    /** @param ended is called once */
    BodyArrival(AsyncContext request, ServletInputStream in, int most, BiConsumer<BodyArrival, Outcome> ended) {
        this.request = request;
        this.in = in;
        this.most = most;
        this.ended = ended;
    }

    void start(long milliseconds) {
        request.setTimeout(milliseconds);
        request.addListener(this);
        in.setReadListener(this);
    }

    byte[] body() {
        return body.toByteArray();
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!done && in.isReady() && !in.isFinished()) {
            int read = in.read(piece);
            if (read < 0) {
                return;
            }
            body.write(piece, 0, read);
            if (body.size() > most) {
                end(Outcome.TOO_LONG);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(Outcome.WHOLE);
    }

    @Override
    public void onError(Throwable broken) {
        end(Outcome.BROKEN);
    }

    @Override
    public void onTimeout(AsyncEvent late) {
        end(Outcome.TOO_SLOW);
    }

    @Override
    public void onError(AsyncEvent failed) {
        end(Outcome.BROKEN);
    }

    @Override
    public void onComplete(AsyncEvent end) {
        end(Outcome.BROKEN);
    }

    @Override
    public void onStartAsync(AsyncEvent again) {}

    private void end(Outcome outcome) {
        if (!done) {
            done = true;
            ended.accept(this, outcome);
        }
    }
}
