package careledger.api.web;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP as Tomcat speaks it, with the socket known to the thread that answers. Tomcat makes it by its name. */
public final class WatchedProtocol extends Http11NioProtocol {
    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(this);
    }

    private static final class WatchedProcessor extends Http11Processor {
        WatchedProcessor(WatchedProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            ClientSocket.ofThisThread(new ClientSocket(socket, response));
            try {
                return super.service(socket);
            } finally {
                ClientSocket.ofThisThread(null);
            }
        }
    }
}
