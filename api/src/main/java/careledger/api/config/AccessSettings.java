package careledger.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask, below {@code careledger.access}.
 *
 * @param open whether published figures are answered without a key or token
 * @param origins of pages elsewhere whose scripts may ask {@code /graphql}, such as https://dashboards.example.org; none
 *     unless they are named. Reading published figures by address is open to every page.
 */
public record AccessSettings(
        @DefaultValue("true") boolean open,
        @DefaultValue List<String> origins,
        @DefaultValue Identity identity,
        @DefaultValue Rate rate) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s*]+");

    public AccessSettings {
        origins = List.copyOf(origins);
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>(identity.problems());
        problems.addAll(rate.problems());
        for (int i = 0; i < origins.size(); i++) {
            if (!ORIGIN.matcher(origins.get(i)).matches()) {
                problems.add("careledger.access.origins[" + i + "] is '" + origins.get(i)
                        + "'; expected scheme and host without a path, such as https://dashboards.example.org");
            }
        }
        return problems;
    }

    /**
     * The identity provider whose tokens are taken, by OpenID Connect.
     *
     * @param issuer its address, exactly as in the tokens; empty if none is connected
     * @param audience whom a token must be meant for
     * @param claim the claim that holds the roles; steps into nested claims are parted by dots
     * @param reader values of the claim that make a reader
     * @param officer values of the claim that make an officer
     * @param engineer values of the claim that make an engineer
     */
    public record Identity(
            @DefaultValue("") String issuer,
            @DefaultValue("care-ledger") String audience,
            @DefaultValue("roles") String claim,
            @DefaultValue("reader") List<String> reader,
            @DefaultValue("officer") List<String> officer,
            @DefaultValue("engineer") List<String> engineer) {
        public Identity {
            reader = List.copyOf(reader);
            officer = List.copyOf(officer);
            engineer = List.copyOf(engineer);
        }

        public boolean connected() {
            return !issuer.isEmpty();
        }

        List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (connected() && !TrustedAddress.is(issuer)) {
                problems.add("careledger.access.identity.issuer is an https address (http only on this machine),"
                        + " such as https://login.example.org/council; found '" + issuer + "'");
            }
            if (audience.isBlank()) {
                problems.add("careledger.access.identity.audience names whom tokens are meant for");
            }
            if (claim.isBlank()) {
                problems.add("careledger.access.identity.claim names the claim that holds the roles");
            }
            return problems;
        }
    }

    /**
     * How much one caller may ask, in milliseconds of work: 1 for each request and 1 for each millisecond that its
     * questions keep the database busy. What is not used fills up again over the window.
     *
     * @param window over which a budget fills up
     * @param local budget of callers on this machine together
     * @param address budget of another address; of the first half of it where it is an IPv6 address
     * @param key budget of a key, or of one who holds a token
     * @param failure what a key or token costs that is not taken
     */
    public record Rate(
            @DefaultValue("1m") Duration window,
            @DefaultValue("600000") long local,
            @DefaultValue("30000") long address,
            @DefaultValue("120000") long key,
            @DefaultValue("1000") long failure) {
        List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (window.toSeconds() < 1) {
                problems.add("careledger.access.rate.window is 1s or longer");
            }
            MinValue.check(problems, "access.rate.local", local, 1);
            MinValue.check(problems, "access.rate.address", address, 1);
            MinValue.check(problems, "access.rate.key", key, 1);
            MinValue.check(problems, "access.rate.failure", failure, 1);
            return problems;
        }
    }
}
