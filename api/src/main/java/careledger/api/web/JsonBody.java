package careledger.api.web;

import careledger.answers.serving.OverloadedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a value as JSON, whole before its first byte is sent. */
public final class JsonBody {
    private JsonBody() {}

    /** @throws OverloadedException where there is no room for it */
    public static AnswerParts of(Object value, Encoding encoding, JsonMapper json, Spool spool) {
        AnswerBuffer buffer = new AnswerBuffer(spool);
        boolean written = false;
        try (OutputStream body = encoding.into(buffer)) {
            json.writeValue(body, value);
            written = true;
        } catch (JacksonException e) {
            throw full(e) instanceof OverloadedException full ? full : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!written) {
                buffer.discard();
            }
        }
        return new WholeBody(buffer);
    }

    private static @Nullable Throwable full(Throwable failed) {
        Throwable cause = failed;
        while (cause != null && !(cause instanceof OverloadedException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
