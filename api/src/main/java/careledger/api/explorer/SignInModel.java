package careledger.api.explorer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the page shows on which readers sign in.
 *
 * @param to the address that the reader wanted
 * @param problem why an attempt failed; empty at the first
 * @param provider whether readers may sign in through the identity provider
 * @param council its name
 */
public record SignInModel(String to, String problem, boolean provider, String council, Assets assets) {
    /** Where a sign-in through the identity provider begins. */
    public String providerLink() {
        return "/sign-in/provider?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
