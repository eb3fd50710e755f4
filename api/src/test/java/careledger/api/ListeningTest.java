package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the service listens, and to scripts of whom. */
class ListeningTest {
    private static final String TRUSTED = "https://dashboards.example.org";

    @Test
    void listensOnBothAddressesOfThisMachineUnlessToldOtherwise() throws Exception {
        assumeTrue(NetworkInterface.getByInetAddress(ipv6()) != null, "this machine has no IPv6");
        int port = freePort();
        try (TestService service = new TestService(TestService.sharedData(), "--server.port=" + port)) {
            assertThat(status(service.uri("/api/q"))).isEqualTo(200);
            assertThat(status(URI.create("http://[::1]:" + port + "/api/q/areas.csv")))
                    .isEqualTo(200);
            HttpResponse<byte[]> tooLong = RawHttp.send(
                    URI.create("http://[::1]:" + port + "/api/q/areas.csv?x=" + "y".repeat(30_000)),
                    "GET",
                    Map.of(),
                    null);
            assertThat(tooLong.statusCode())
                    .as("settings of the server hold there too")
                    .isEqualTo(400);
            assertThat(new String(tooLong.body(), StandardCharsets.UTF_8)).contains("BAD_INPUT");
        }
        try (TestService service =
                new TestService(TestService.sharedData(), "--server.port=" + port, "--server.address=127.0.0.1")) {
            assertThat(status(service.uri("/api/q"))).isEqualTo(200);
            try (ServerSocket free = new ServerSocket(port, 1, ipv6())) {
                assertThat(free.isBound()).isTrue();
            }
        }
    }

    @Test
    void scriptsElsewhereAskGraphQlOnlyWhereTheirOriginIsNamed() throws Exception {
        assertThat(preflight(TestService.shared(), TRUSTED).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        try (TestService service =
                new TestService(TestService.sharedData(), "--careledger.access.origins=" + TRUSTED)) {
            HttpResponse<byte[]> allowed = preflight(service, TRUSTED);
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue(TRUSTED);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValue("content-type, x-api-key");
            HttpResponse<byte[]> answered = RawHttp.send(
                    service.uri("/graphql"),
                    "POST",
                    Map.of("Origin", TRUSTED, "Content-Type", "application/json"),
                    RawHttp.asking("{ about { dataVersion } }"));
            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(answered.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue(TRUSTED);
            assertThat(preflight(service, "https://elsewhere.example.org")
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    private static HttpResponse<byte[]> preflight(TestService service, String origin) throws Exception {
        return RawHttp.send(
                service.uri("/graphql"),
                "OPTIONS",
                Map.of(
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type, x-api-key"),
                null);
    }

    private static int status(URI address) throws Exception {
        return RawHttp.send(address, "GET", Map.of(), null).statusCode();
    }

    private static InetAddress ipv6() throws Exception {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        return InetAddress.getByAddress(loopback);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, ipv6())) {
            return free.getLocalPort();
        }
    }
}
