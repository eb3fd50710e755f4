package careledger.api.webhook;

import java.util.Locale;

/** How an attempt to tell somebody ended. */
enum Delivery {
    DELIVERED,
    /** After every attempt. */
    FAILED,
    /** Too much was waiting already. */
    DROPPED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
