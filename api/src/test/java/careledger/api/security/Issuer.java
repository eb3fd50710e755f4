package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * An identity provider: Spring's authorization server, which answers discovery, keys and tokens over HTTP, and signs people
 * in with a form. Each person has the name of a client that has the same roles.
 */
final class Issuer implements AutoCloseable {
    /** Whom its tokens are meant for. */
    static final String AUDIENCE = "care-ledger";

    /** The client as which the service signs people in; it has a secret. */
    static final String PAGES = "pages";

    /** The same without a secret. */
    static final String PUBLIC_PAGES = "public-pages";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
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

    /** By which a client, or a person, proves to be who it is. */
    static String secret(String name) {
        return SECRET + name;
    }

    /**
     * Signs a person in with the form, as a browser does.
     *
     * @param request the address to which the service sends the browser
     * @return the address to which the browser is sent back
     */
    static URI signIn(String person, URI request) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI form = location(browser, HttpRequest.newBuilder(request).header("Accept", "text/html"));
        String page = browser.send(HttpRequest.newBuilder(form).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).as(page).isTrue();
        String fields = "username=" + encoded(person) + "&password=" + encoded(secret(person)) + "&_csrf="
                + encoded(csrf.group(1));
        URI signedIn = location(
                browser,
                HttpRequest.newBuilder(form)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)));
        return location(browser, HttpRequest.newBuilder(signedIn).header("Accept", "text/html"));
    }

    private static URI location(HttpClient browser, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
        String login =
                Base64.getEncoder().encodeToString((client + ":" + secret(client)).getBytes(StandardCharsets.US_ASCII));
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
        @Order(1)
        SecurityFilterChain tokens(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(oidc -> {});
            });
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.exceptionHandling(
                    strangers -> strangers.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
            return http.build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService names() {
            return new InMemoryUserDetailsManager(ROLES.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + secret(name))
                            .roles("PERSON")
                            .build())
                    .toList());
        }

        @Bean
        RegisteredClientRepository clients() {
            List<RegisteredClient> clients = new ArrayList<>(
                    ROLES.keySet().stream().map(Service::program).toList());
            clients.add(pages(PAGES)
                    .clientSecret("{noop}" + secret(PAGES))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .build());
            clients.add(pages(PUBLIC_PAGES)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    .build());
            return new InMemoryRegisteredClientRepository(clients);
        }

        private static RegisteredClient program(String name) {
            return RegisteredClient.withId(name)
                    .clientId(name)
                    .clientSecret("{noop}" + secret(name))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
        }

        /** The port of a loopback address may be any. */
        private static RegisteredClient.Builder pages(String name) {
            return RegisteredClient.withId(name)
                    .clientId(name)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://127.0.0.1/sign-in/callback")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build());
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
                boolean confirmed = token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN);
                String client = confirmed
                        ? Objects.requireNonNull(token.<Authentication>getPrincipal())
                                .getName()
                        : token.getRegisteredClient().getClientId();
                token.getClaims().claim("groups", Map.of("care", ROLES.getOrDefault(client, List.of())));
                if (confirmed) {
                    return;
                }
                token.getClaims().audience(List.of(client.equals("elsewhere") ? "payroll" : AUDIENCE));
                if (client.equals("late")) {
                    token.getClaims().issuedAt(Instant.now().minusSeconds(7200));
                    token.getClaims().expiresAt(Instant.now().minusSeconds(3600));
                }
            };
        }
    }
}
