package careledger.api.notification;

import careledger.api.config.WebhookSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says: HMAC-SHA256 of the id, the time and the
 * body, parted by dots, so that neither a forged nor an old message passes for a new one.
 */
final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret as it is, or in base64 after {@code whsec_} */
    WebhookSignature(String secret) {
        byte[] bytes = secret.startsWith(WebhookSettings.ENCODED)
                ? Base64.getDecoder().decode(secret.substring(WebhookSettings.ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    String of(String id, long second, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal((id + "." + second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not to be had.", e);
        }
    }
}
