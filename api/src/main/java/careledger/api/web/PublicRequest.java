package careledger.api.web;

import careledger.api.config.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Locale;

/**
 * A request as its sender sees it: sent to the public address, whose prefix is the context path. A proxy may pass the
 * prefix on or take it away.
 */
final class PublicRequest extends HttpServletRequestWrapper {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final PublicAddress address;

    PublicRequest(HttpServletRequest request, PublicAddress address) {
        super(request);
        this.address = address;
    }

    @Override
    public String getScheme() {
        return address.origin().getScheme().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals("https");
    }

    @Override
    public String getServerName() {
        return address.origin().getHost();
    }

    @Override
    public int getServerPort() {
        int port = address.origin().getPort();
        return port >= 0 ? port : isSecure() ? HTTPS : HTTP;
    }

    @Override
    public String getContextPath() {
        return address.prefix();
    }

    @Override
    public String getRequestURI() {
        return address.prefix() + own(super.getRequestURI());
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(address.origin().toString()).append(getRequestURI());
    }

    @Override
    public String getServletPath() {
        return own(super.getServletPath());
    }

    /** Without the prefix, where it is there. */
    private String own(String path) {
        String prefix = address.prefix();
        if (path.equals(prefix)) {
            return "/";
        }
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }
}
