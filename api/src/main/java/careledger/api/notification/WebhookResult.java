package careledger.api.notification;

import java.util.Locale;

/** How an attempt to tell somebody ended. */
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
