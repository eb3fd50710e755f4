package careledger.api.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** An identity provider: Spring's authorization server, which answers discovery, keys and tokens over HTTP. */
final class Issuer implements AutoCloseable {
    /** Whom its tokens are meant for. */
    static final String AUDIENCE = "care-ledger";

    private static final String SECRET = "secret of ";

    private final ConfigurableApplicationContext context;

    Issuer(int port) {
        SpringApplication application = new SpringApplication(Service.class);
        application.setAdditionalProfiles("issuer");
        this.context = application.run("--server.port=" + port, "--spring.config.location=optional:classpath:/none/");
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Its signing key, private part included. */
    RSAKey key() {
        return context.getBean(RSAKey.class);
    }

    /**
     * A token by the client-credentials grant.
     *
     * @param client {@code reader}, {@code officer} and {@code engineer} have that role; {@code late} gets tokens that have
     *     expired, {@code elsewhere} tokens for another audience, {@code nobody} tokens without a role
     */
    String token(String client) throws Exception {
        String login = Base64.getEncoder()
                .encodeToString((client + ":" + SECRET + client).getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/oauth2/token"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(answer).required("access_token").asText();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Profile("issuer")
    static class Service {
        private static final Map<String, List<String>> ROLES = Map.of(
                "reader", List.of("reader"),
                "officer", List.of("reader", "officer"),
                "engineer", List.of("CL-Engineers"),
                "late", List.of("reader"),
                "elsewhere", List.of("reader"),
                "nobody", List.of());

        @Bean
        SecurityFilterChain tokens(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(oidc -> {});
            });
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            return http.build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(ROLES.keySet().stream()
                    .map(name -> RegisteredClient.withId(name)
                            .clientId(name)
                            .clientSecret("{noop}" + SECRET + name)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build())
                    .toList());
        }

        @Bean
        RSAKey signingKey() throws Exception {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        }

        @Bean
        JWKSource<SecurityContext> keys(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                String client = token.getRegisteredClient().getClientId();
                token.getClaims().claim("groups", Map.of("care", ROLES.getOrDefault(client, List.of())));
                token.getClaims().audience(List.of(client.equals("elsewhere") ? "payroll" : AUDIENCE));
                if (client.equals("late")) {
                    token.getClaims().issuedAt(Instant.now().minusSeconds(7200));
                    token.getClaims().expiresAt(Instant.now().minusSeconds(3600));
                }
            };
        }
    }
}
