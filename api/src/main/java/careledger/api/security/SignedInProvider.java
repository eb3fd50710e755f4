package careledger.api.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** Takes those whom the identity provider has confirmed; nobody but {@link Sessions} says who they are. */
final class SignedInProvider implements AuthenticationProvider {
    @Override
    public Authentication authenticate(Authentication confirmed) {
        return confirmed;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2AuthenticationToken.class == authentication;
    }
}
