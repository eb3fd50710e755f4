package careledger.api.security;

import careledger.api.config.AccessSettings.Identity;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestTemplate;

/**
 * Recognises tokens of the configured issuer. Its address is looked up with the first token, not at start, so that an
 * issuer that is down keeps nobody from asking without one.
 */
final class TokenAuthenticationProvider implements AuthenticationProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Identity identity;
    private final JwtAuthenticationProvider tokens;

    TokenAuthenticationProvider(Identity identity) {
        this.identity = identity;
        this.tokens = new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> discovered(identity)));
        this.tokens.setJwtAuthenticationConverter(token -> new JwtAuthenticationToken(token, authorities(token)));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        if (!identity.connected()) {
            throw InvalidCredentialsException.unknownCredential(
                    "No identity provider is connected here; only keys are taken.");
        }
        try {
            return Objects.requireNonNull(tokens.authenticate(asked));
        } catch (InvalidBearerTokenException e) {
            throw InvalidCredentialsException.unknownCredential(
                    "The token is not valid here: it must be signed by the connected issuer, meant for '"
                            + identity.audience() + "', and not have expired.");
        } catch (JwtDecoderInitializationException e) {
            throw new AuthenticationServiceException("the identity provider cannot be reached", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class == authentication;
    }

    private static JwtDecoder discovered(Identity identity) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(identity.issuer())
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(validator(identity));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(Identity identity) {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type,
                new JwtTimestampValidator(),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtIssuerValidator(identity.issuer()),
                new JwtAudienceValidator(identity.audience()));
    }

    private Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> held = values(token);
        return Arrays.stream(Role.values())
                .filter(role -> names(role).stream().anyMatch(held::contains))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    private List<String> names(Role role) {
        return switch (role) {
            case READER -> identity.reader();
            case OFFICER -> identity.officer();
            case ENGINEER -> identity.engineer();
        };
    }

    /** What the claim holds: a list, or a text of words parted by spaces. */
    private List<String> values(Jwt token) {
        @Nullable Object claim = token.getClaims().get(identity.claim());
        if (claim == null) {
            claim = token.getClaims();
            for (String step : identity.claim().split("\\.", -1)) {
                claim = claim instanceof Map<?, ?> nested ? nested.get(step) : null;
            }
        }
        List<String> values = new ArrayList<>();
        if (claim instanceof Collection<?> list) {
            list.forEach(value -> values.add(String.valueOf(value)));
        } else if (claim instanceof String text) {
            values.addAll(List.of(text.split(" ", -1)));
        }
        return values;
    }
}
