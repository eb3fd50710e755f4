package careledger.api.web;

import careledger.api.error.HttpProblem;
import careledger.api.error.RequestId;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the error body where the server itself refuses a request, before any filter has seen it. Tomcat makes it by its
 * name.
 */
public final class ErrorBodyValve extends ErrorReportValve {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpProblem.status(response.getStatus());
        String id = request.getAttribute(RequestId.KEY) instanceof String given ? given : RequestId.of(null);
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("Cache-Control", "no-store");
        ServerHeaders.write(response::setHeader);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            response.getOutputStream().write(JSON.writeValueAsBytes(HttpProblem.body(status, id)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The caller has gone before the error was written.", e);
        }
    }
}
