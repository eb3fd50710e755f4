package careledger.api.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where readers find the service, as in {@code https://figures.example.gov.uk/care}: the origin of a proxy, and the path
 * below which it passes requests on.
 *
 * @param origin scheme, host and port, as in {@code https://figures.example.gov.uk}
 * @param prefix begins with a slash and has none at its end; empty where the service has the whole host
 */
public record PublicAddress(URI origin, String prefix) {
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    /** @throws IllegalArgumentException that says what was expected */
    static PublicAddress of(String text) {
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI uri = new URI(plain);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            String path = uri.getRawPath();
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && path != null
                    && PREFIX.matcher(path).matches()) {
                return new PublicAddress(new URI(uri.getScheme() + "://" + uri.getRawAuthority()), path);
            }
        } catch (URISyntaxException e) {
            throw expected(text, e);
        }
        throw expected(text, null);
    }

    private static IllegalArgumentException expected(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "careledger.address is '" + text
                        + "'; expected the address at which readers find the service, as in"
                        + " https://figures.example.gov.uk/care, without a question mark or a '#'",
                cause);
    }

    /** Without a slash at its end. */
    @Override
    public String toString() {
        return origin + prefix;
    }
}
