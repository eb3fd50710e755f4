package careledger.api.security;

import careledger.api.config.AccessSettings.Rate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The budgets of recent callers, in bounded memory; a caller who was away for long starts with a full one. */
public final class RateBudgets {
    private static final int MOST = 50_000;
    private static final int NETWORK_BYTES = 8;
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final RatePolicy local;
    private final RatePolicy address;
    private final RatePolicy wrongKeys;
    private final RatePolicy key;
    private final Cache<String, RateBudget> budgets;

    public RateBudgets(Rate rate) {
        long seconds = rate.window().toSeconds();
        this.local = new RatePolicy("local", rate.local(), seconds);
        this.address = new RatePolicy("address", rate.address(), seconds);
        this.wrongKeys = new RatePolicy("wrong-keys", rate.address(), seconds);
        this.key = new RatePolicy("key", rate.key(), seconds);
        this.budgets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(rate.window().multipliedBy(2))
                .build();
    }

    RateBudget ofKey(String name) {
        return budgets.get("key " + name, owner -> new RateBudget(owner, key));
    }

    /** Callers on this machine share one budget; so do those of one IPv6 network, since each has addresses to waste. */
    RateBudget ofAddress(String text) {
        return local(text)
                ? budgets.get("local", owner -> new RateBudget(owner, local))
                : budgets.get("address " + network(text), owner -> new RateBudget(owner, address));
    }

    /** For keys and tokens that are not valid, apart from what the address may otherwise send. */
    RateBudget ofWrongKeys(String text) {
        return budgets.get("wrong keys " + network(text), owner -> new RateBudget(owner, wrongKeys));
    }

    private static boolean local(String text) {
        return parsed(text).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static String network(String text) {
        return parsed(text)
                .map(InetAddress::getAddress)
                .map(bytes -> HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES)))
                .orElse(text);
    }

    /** Empty for what is no address, such as a name that a proxy passed on: that is never looked up. */
    private static Optional<InetAddress> parsed(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
