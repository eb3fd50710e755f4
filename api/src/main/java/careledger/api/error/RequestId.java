package careledger.api.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a request in its answer and in the log. A caller may bring a name; otherwise it is given one. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    /** Under which the request's attributes and the log hold it. */
    public static final String KEY = "requestId";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The name that this request was given when it arrived. */
    public static String given(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(KEY));
    }

    /** @param brought the caller's id; ignored if it is not safe in a log line */
    public static String of(@Nullable String brought) {
        return Optional.ofNullable(brought)
                .filter(text -> NAME.matcher(text).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
