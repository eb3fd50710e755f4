package careledger.api.security;

import careledger.api.config.AccessSettings.Identity;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
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
    private final Identity identity;
    private final JwtAuthenticationProvider tokens;

    TokenAuthenticationProvider(Identity identity) {
        this.identity = identity;
        ClaimedRoles roles = new ClaimedRoles(identity);
        this.tokens = new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> discovered(identity)));
        this.tokens.setJwtAuthenticationConverter(
                token -> new JwtAuthenticationToken(token, roles.of(token.getClaims())));
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
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(identity.issuer())
                .restOperations(new RestTemplate(ProviderRequests.impatient()))
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
}
