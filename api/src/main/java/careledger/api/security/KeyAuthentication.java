package careledger.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A key with a request: first as it was sent, then as it was recognised. Its name is the key's id. */
final class KeyAuthentication extends AbstractAuthenticationToken {
    private final String id;
    private final transient @Nullable KeySecret secret;

    private KeyAuthentication(String id, @Nullable KeySecret secret, List<SimpleGrantedAuthority> authorities) {
        super(authorities);
        this.id = id;
        this.secret = secret;
    }

    static KeyAuthentication asked(KeySecret secret) {
        return new KeyAuthentication(KeySecret.PREFIX, secret, List.of());
    }

    static KeyAuthentication recognised(ApiKey key) {
        KeyAuthentication recognised = new KeyAuthentication(
                key.id(), null, List.of(new SimpleGrantedAuthority(key.role().authority())));
        recognised.setAuthenticated(true);
        return recognised;
    }

    @Override
    public @Nullable KeySecret getCredentials() {
        return secret;
    }

    @Override
    public String getPrincipal() {
        return id;
    }
}
