package careledger.api.security;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Requests to the identity provider. They wait 3 seconds, so that a provider that hangs holds nobody up for long. */
final class ProviderRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private ProviderRequests() {}

    static ClientHttpRequestFactory impatient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }
}
