package careledger.api.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys out of the address at the door of the server, before anything that logs, measures or passes on an address
 * has seen them: the parameter {@code key}, which signs in, and whatever looks like a key where none belongs, which does
 * not.
 */
public final class KeyInAddress extends ValveBase {
    private static final String PARAMETER = "key";
    private static final String ATTRIBUTE = "careledger.keyInAddress";

    KeyInAddress() {
        super(true);
    }

    /** What was taken out of the address of this request. */
    public static List<String> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Taken taken ? taken.texts() : List.of();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        @Nullable String query = request.getQueryString();
        if (query != null) {
            take(request, query);
        }
        // The identity provider's codes may look like keys. They are valid once, and for this service only.
        if (!String.valueOf(request.getRequestURI()).endsWith(ProviderSignIn.FINISH)) {
            MisplacedKey.hide(request);
        }
        getNext().invoke(request, response);
    }

    private static void take(Request request, String query) {
        List<String> kept = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (MisplacedKey.decoded(name).equals(PARAMETER)) {
                taken.add(equals < 0 ? "" : MisplacedKey.decoded(part.substring(equals + 1)));
            } else {
                kept.add(part);
            }
        }
        if (!taken.isEmpty()) {
            MessageBytes address = request.getCoyoteRequest().queryString();
            address.recycle();
            if (!kept.isEmpty()) {
                address.setString(String.join("&", kept));
            }
            request.setAttribute(ATTRIBUTE, new Taken(taken));
        }
    }

    private record Taken(List<String> texts) {
        Taken {
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return texts.size() + " taken out of the address";
        }
    }
}
