package careledger.api.security;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;

/** Recognises keys. What has been revoked since the last request is not taken with this one. */
final class KeyAuthenticationProvider implements AuthenticationProvider {
    private final Keys keys;

    KeyAuthenticationProvider(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        if (!(asked.getCredentials() instanceof KeySecret secret) || !secret.wellFormed()) {
            throw InvalidCredentialsException.unknownCredential("This is no key; a key begins with " + KeySecret.PREFIX
                    + " and has 64 hexadecimal digits after it.");
        }
        ApiKey key = known(secret)
                .orElseThrow(() ->
                        InvalidCredentialsException.unknownCredential("The key is not known, or has been revoked."));
        if (key.expired(Instant.now())) {
            throw InvalidCredentialsException.unknownCredential(
                    "The key was valid until " + key.expires().orElseThrow() + ".");
        }
        return KeyAuthentication.recognised(key);
    }

    private Optional<ApiKey> known(KeySecret secret) {
        try {
            return keys.of(secret);
        } catch (UncheckedIOException e) {
            throw new AuthenticationServiceException("the keys cannot be read", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return KeyAuthentication.class == authentication;
    }
}
