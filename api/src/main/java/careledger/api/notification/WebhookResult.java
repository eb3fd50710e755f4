package careledger.api.notification;

import java.util.Locale;

/** The result of sending one event. */
enum WebhookResult {
    DELIVERED,
    /** After every attempt. */
    FAILED,
    /** Too much was waiting already. */
    DROPPED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
