package careledger.api.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Receivers of news about releases and failing schedules, below {@code careledger.webhook}.
 *
 * @param addresses where events are posted; none, and nothing is sent
 * @param secret with which what is posted is signed; empty, and it is not
 * @param source names this service in what is posted, a URI reference
 * @param attempts how often it is tried at most
 * @param pause before the second attempt; four times as long before each further one
 * @param timeout longest that one attempt may take
 */
public record WebhookSettings(
        @DefaultValue List<String> addresses,
        @DefaultValue("") String secret,
        @DefaultValue("/care-ledger") String source,
        @DefaultValue("6") int attempts,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("10s") Duration timeout) {
    /** The prefix of a secret in base64. */
    public static final String ENCODED = "whsec_";

    private static final int SHORTEST_SECRET = 24;

    public WebhookSettings {
        addresses = List.copyOf(addresses);
    }

    public boolean on() {
        return !addresses.isEmpty();
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (!TrustedAddress.is(addresses.get(i))) {
                problems.add("careledger.webhook.addresses[" + i + "] is no https address (http only on this machine),"
                        + " such as https://hooks.example.org/care-ledger");
            }
        }
        if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
            problems.add("careledger.webhook.secret is " + SHORTEST_SECRET + " characters or longer, found "
                    + secret.length());
        }
        if (!isReadable(secret)) {
            problems.add("careledger.webhook.secret begins with whsec_, and what follows is no base64");
        }
        if (!isReference(source)) {
            problems.add("careledger.webhook.source is a URI reference such as /care-ledger; found '" + source + "'");
        }
        MinValue.check(problems, "webhook.attempts", attempts, 1);
        MinValue.check(problems, "webhook.pause (milliseconds)", pause.toMillis(), 1);
        MinValue.check(problems, "webhook.timeout (milliseconds)", timeout.toMillis(), 1);
        return problems;
    }

    private static boolean isReadable(String secret) {
        try {
            return !secret.startsWith(ENCODED)
                    || Base64.getDecoder().decode(secret.substring(ENCODED.length())).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReference(String text) {
        try {
            return !URI.create(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the secret, and without the addresses, whose paths are often secrets too. */
    @Override
    public String toString() {
        return "WebhookSettings[" + addresses.size() + " addresses]";
    }
}
