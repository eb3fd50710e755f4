package careledger.api.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The socket under a request. Tomcat does not look at it between the request's last byte and the answer's first, so that
 * a caller who hangs up meanwhile is not noticed; this looks. Where the bytes are encrypted here, nothing can be seen.
 */
final class ClientSocket {
    private static final ThreadLocal<@Nullable ClientSocket> OF_THIS_THREAD = new ThreadLocal<>();
    private static final int EARLY_BYTES = 1024;

    private final SocketWrapperBase<?> socket;
    private final Response response;
    private boolean spokenEarly;

    ClientSocket(SocketWrapperBase<?> socket, Response response) {
        this.socket = socket;
        this.response = response;
    }

    static Optional<ClientSocket> ofThisThread() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    static void ofThisThread(@Nullable ClientSocket wire) {
        OF_THIS_THREAD.set(wire);
    }

    /**
     * Whether the other end is closed. A caller who sends the next request before this one is answered is there, and is
     * not looked at again: those bytes go back to where Tomcat reads next.
     */
    boolean hungUp() {
        if (spokenEarly
                || !(socket.getSocket() instanceof NioChannel channel)
                || channel.getClass() != NioChannel.class) {
            return false;
        }
        ByteBuffer early = ByteBuffer.allocate(EARLY_BYTES);
        try {
            int read = channel.read(early);
            if (read > 0) {
                spokenEarly = true;
                socket.unRead(early.flip());
            }
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Bytes of the answer that the socket has taken. */
    long written() {
        return response.getBytesWritten(false);
    }

    /** Ends reading and writing, wherever a thread waits for one of them; Tomcat closes the socket then. */
    void cut() {
        if (socket.getSocket() instanceof NioChannel channel) {
            try {
                channel.getIOChannel().shutdownInput();
                channel.getIOChannel().shutdownOutput();
            } catch (IOException e) {
                spokenEarly = true;
            }
        }
    }
}
