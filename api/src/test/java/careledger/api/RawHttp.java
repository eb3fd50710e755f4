package careledger.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as they are written, answers as they arrive. */
final class RawHttp {
    static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    static final Map<String, String> GRAPHQL =
            Map.of("Content-Type", "application/json", "Accept", "application/graphql-response+json");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RawHttp() {}

    /** @param body none where it is null */
    static HttpResponse<byte[]> send(URI address, String method, Map<String, String> headers, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    static HttpResponse<String> post(TestService service, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri("/graphql")).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** A connection on which bytes are written as they come. */
    static Socket open(TestService service) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), service.uri("/").getPort());
    }

    /** A body that asks the document. */
    static String asking(String document) {
        return "{\"query\": \""
                + document.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }
}
