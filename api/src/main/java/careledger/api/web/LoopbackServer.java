package careledger.api.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Listens on this machine only, by IPv4 and by IPv6: where a client looks for {@code localhost} is its own affair. Where
 * {@code server.address} says otherwise it listens there alone.
 */
@Component
final class LoopbackServer extends TomcatServletWebServerFactory {
    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";

    @Override
    public WebServer getWebServer(ServletContextInitializer... initializers) {
        if (getAddress() == null) {
            // A free port that the system chooses would be another one for each address.
            if (getPort() > 0 && hasIpv6()) {
                setAddress(literal(IPV6));
                Connector second = new Connector(WatchedProtocol.class.getName());
                second.setThrowOnFailure(true);
                customizeConnector(second);
                addAdditionalConnectors(second);
            }
            setAddress(literal(IPV4));
        }
        return super.getWebServer(initializers);
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.getByInetAddress(literal(IPV6)) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address + " is no address", e);
        }
    }
}
