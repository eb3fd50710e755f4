package careledger.api.security;

import careledger.api.config.AccessSettings.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * This service as a client of the identity provider: the authorization code flow of OpenID Connect with a proof key. The
 * provider's address is looked up with the first sign-in, and again until it responds.
 */
final class OpenIdClient {
    private static final String NAME = "provider";

    private final Identity identity;
    private final ClaimedRoles roles;
    private final OidcAuthorizationCodeAuthenticationProvider codes;
    private volatile @Nullable ClientRegistration registration;

    OpenIdClient(Identity identity) {
        this.identity = identity;
        this.roles = new ClaimedRoles(identity);
        this.codes = codes();
    }

    /**
     * Where a reader is sent to sign in.
     *
     * @param back path of this service to which the provider sends the reader back
     * @throws AuthenticationServiceException if the provider does not respond
     */
    OAuth2AuthorizationRequest request(String back, HttpServletRequest request) {
        ClientRegistration ours = ClientRegistration.withClientRegistration(registered())
                .redirectUri("{baseUrl}" + back)
                .build();
        return Objects.requireNonNull(
                new DefaultOAuth2AuthorizationRequestResolver(id -> ours).resolve(request, ours.getRegistrationId()));
    }

    /**
     * The person whom the provider confirms, with the roles that its claims name.
     *
     * @throws AuthenticationException if it confirms nobody
     */
    Authentication confirm(OAuth2AuthorizationRequest request, OAuth2AuthorizationResponse response) {
        Authentication confirmed = Objects.requireNonNull(codes.authenticate(
                new OAuth2LoginAuthenticationToken(registered(), new OAuth2AuthorizationExchange(request, response))));
        OidcUser person = (OidcUser) Objects.requireNonNull(confirmed.getPrincipal());
        return new OAuth2AuthenticationToken(person, roles.of(person.getClaims()), NAME);
    }

    private ClientRegistration registered() {
        ClientRegistration known = registration;
        if (known == null) {
            known = discovered();
            registration = known;
        }
        return known;
    }

    private ClientRegistration discovered() {
        try {
            ClientRegistration.Builder found = ClientRegistrations.fromIssuerLocation(identity.issuer())
                    .registrationId(NAME)
                    .clientId(identity.client().id())
                    .scope(identity.client().scopes())
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build());
            return identity.client().secret().isEmpty()
                    ? found.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            .build()
                    : found.clientSecret(identity.client().secret()).build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new AuthenticationServiceException("the identity provider cannot be reached", e);
        }
    }

    /** Spring's own requests wait for ever; these are the same with an end. */
    private static OidcAuthorizationCodeAuthenticationProvider codes() {
        RestTemplate requests = new RestTemplate(ProviderRequests.impatient());
        requests.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(ProviderRequests.impatient())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
        claims.setRestOperations(requests);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(claims);
        OidcAuthorizationCodeAuthenticationProvider codes =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
        codes.setJwtDecoderFactory(client -> idTokens(client, requests));
        return codes;
    }

    private static JwtDecoder idTokens(ClientRegistration client, RestTemplate requests) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(client.getProviderDetails().getJwkSetUri()))
                .restOperations(requests)
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
