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
     * @param client as what this service signs readers in on its pages
     */
    public record Identity(
            @DefaultValue("") String issuer,
            @DefaultValue("care-ledger") String audience,
            @DefaultValue("roles") String claim,
            @DefaultValue("reader") List<String> reader,
            @DefaultValue("officer") List<String> officer,
            @DefaultValue("engineer") List<String> engineer,
            @DefaultValue Client client) {
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
            if (!connected() && client.registered()) {
                problems.add("careledger.access.identity.client.id needs careledger.access.identity.issuer, the address"
                        + " of the provider that knows this client");
            }
            problems.addAll(client.problems());
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
     * How the identity provider knows this service when it signs readers in on pages.
     *
     * @param id empty if readers sign in with keys only
     * @param secret empty for a public client, which is protected by a proof key (PKCE) alone, as every sign-in is
     * @param scopes what the sign-in requests, openid among them
     */
    public record Client(
            @DefaultValue("") String id,
            @DefaultValue("") String secret,
            @DefaultValue({"openid", "profile"}) List<String> scopes) {
        public Client {
            scopes = List.copyOf(scopes);
        }

        public boolean registered() {
            return !id.isEmpty();
        }

        List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (!registered() && !secret.isEmpty()) {
                problems.add("careledger.access.identity.client.secret needs careledger.access.identity.client.id,"
                        + " the id under which the provider has registered this service");
            }
            if (!scopes.contains("openid")) {
                problems.add("careledger.access.identity.client.scopes contain openid; found " + scopes);
            }
            return problems;
        }

        /** Without the secret, wherever settings are printed. */
        @Override
        public String toString() {
            return "Client[id=" + id + ", scopes=" + scopes + "]";
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
