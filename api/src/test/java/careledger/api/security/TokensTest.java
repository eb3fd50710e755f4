package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private static final String FIGURES = "{ observations(first: 1) { rows { value } } }";
    private static final String REFUSALS =
            "{ rejections(run: \"" + GuardedService.RUN + "\") { rows { value reason } } }";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @SuppressWarnings("NullAway.Init")
    private Issuer issuer;

    @SuppressWarnings("NullAway.Init")
    private HttpResponse<String> whileTheIssuerWasDown;

    @SuppressWarnings("NullAway.Init")
    private HttpResponse<String> strangerWhileTheIssuerWasDown;

    @BeforeAll
    void startWhileTheIssuerIsDown() throws Exception {
        int port = freePort();
        service = new GuardedService(
                "--careledger.access.identity.issuer=http://localhost:" + port,
                "--careledger.access.identity.claim=groups.care",
                "--careledger.access.identity.engineer=CL-Engineers,CL-Admins");
        whileTheIssuerWasDown = askWith(forged("http://localhost:" + port, new RSAKeyGenerator(2048).generate()));
        strangerWhileTheIssuerWasDown = service.post(FIGURES);
        issuer = new Issuer(port);
    }

    @AfterAll
    void stop() {
        issuer.close();
        service.close();
    }

    @Test
    void issuerThatIsDownKeepsNoStrangerFromAsking() throws Exception {
        assertThat(strangerWhileTheIssuerWasDown.statusCode()).isEqualTo(200);
        assertThat(whileTheIssuerWasDown.statusCode()).isEqualTo(503);
        assertThat(whileTheIssuerWasDown.headers().firstValue("Retry-After")).isPresent();
        assertThat(code(whileTheIssuerWasDown)).isEqualTo("AUTHENTICATION_UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({"reader,false", "officer,false", "engineer,true", "nobody,false"})
    void roleComesFromTheClaimThatIsConfigured(String client, boolean text) throws Exception {
        JsonNode answer = service.query(REFUSALS, "Authorization", "Bearer " + issuer.token(client));

        assertThat(answer.at("/data/rejections/rows")).hasSize(2);
        assertThat(answer.toString().contains(GuardedService.REFUSED)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"late", "elsewhere"})
    void tokenThatHasExpiredOrIsForOthersIsRefused(String client) throws Exception {
        assertRefused(issuer.token(client));
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() throws Exception {
        try (Issuer other = new Issuer(0)) {
            assertRefused(other.token("engineer"));
        }
    }

    @Test
    void tokenThatNamesTheIssuerAndIsSignedByAnotherIsRefused() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("unknown").generate();
        RSAKey impostor =
                new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();

        assertRefused(forged(issuer.address(), stranger));
        assertRefused(forged(issuer.address(), impostor));
    }

    @Test
    void unsignedTokenIsRefused() throws Exception {
        assertRefused(new PlainJWT(claims(issuer.address())).serialize());
        assertRefused(new PlainJWT(claims(issuer.address())).serialize() + "AAAA");
    }

    @Test
    void publicKeyIsNoSharedSecret() throws Exception {
        byte[] der = issuer.key().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";

        for (byte[] secret : List.of(
                der,
                pem.getBytes(StandardCharsets.US_ASCII),
                issuer.key().getModulus().decode())) {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(issuer.key().getKeyID())
                    .build();
            assertRefused(signed(header, issuer.address(), new MACSigner(secret)));
        }
    }

    @Test
    void tokenSignedByTheIssuerWithoutAnEndIsRefused() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(issuer.key().getKeyID())
                .build();
        SignedJWT endless = new SignedJWT(
                header,
                new JWTClaimsSet.Builder(claims(issuer.address()))
                        .expirationTime(null)
                        .build());
        endless.sign(new RSASSASigner(issuer.key()));

        assertRefused(endless.serialize());
        assertThat(askWith(forged(issuer.address(), issuer.key())).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJub25lIn0", "a.b.c", "....", "e30.e30.e30"})
    void whatIsNoTokenIsRefused(String text) throws Exception {
        assertRefused(text);
    }

    private void assertRefused(String token) throws Exception {
        HttpResponse<String> answer = askWith(token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.body()).doesNotContain(token).doesNotContain("Exception");
    }

    private HttpResponse<String> askWith(String token) throws Exception {
        return service.post(FIGURES, "Authorization", "Bearer " + token);
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper()
                .readTree(answer.body())
                .at("/errors/0/extensions/code")
                .asText();
    }

    private static String forged(String issuer, RSAKey key) throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        return signed(header, issuer, new RSASSASigner(key));
    }

    private static String signed(JWSHeader header, String issuer, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims(issuer));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("engineer")
                .audience(Issuer.AUDIENCE)
                .claim("groups", Map.of("care", List.of("CL-Engineers")))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
