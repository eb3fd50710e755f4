package careledger.api.config;

import java.net.URI;
import java.util.Set;

/** Addresses that secrets may be sent to, and taken from: by TLS, or on this machine. */
final class TrustedAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private TrustedAddress() {}

    static boolean is(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
