package careledger.api.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Gives every answer the headers of {@link ServerHeaders}, whichever part of the server writes it. */
final class HeadersValve extends ValveBase {
    HeadersValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ServerHeaders.write(response::setHeader);
        getNext().invoke(request, response);
    }
}
