package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.Browser;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Pages of a closed service whose readers sign in through an identity provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String PAGE = "/indicators/cic_count?from=all";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @SuppressWarnings("NullAway.Init")
    private Issuer issuer;

    @SuppressWarnings("NullAway.Init")
    private HttpResponse<String> whileTheIssuerWasDown;

    @BeforeAll
    void startWhileTheIssuerIsDown() throws Exception {
        int port = freePort();
        service = closed("http://localhost:" + port, Issuer.PAGES, Issuer.secret(Issuer.PAGES));
        whileTheIssuerWasDown = service.get("/sign-in/provider?to=/topics", "Accept", HTML);
        issuer = new Issuer(port);
    }

    private static GuardedService closed(String issuer, String client, String secret) throws Exception {
        return new GuardedService(
                "--careledger.access.open=false",
                "--careledger.access.identity.issuer=" + issuer,
                "--careledger.access.identity.claim=groups.care",
                "--careledger.access.identity.engineer=CL-Engineers",
                "--careledger.access.identity.client.id=" + client,
                "--careledger.access.identity.client.secret=" + secret);
    }

    @AfterAll
    void stop() {
        issuer.close();
        service.close();
    }

    @Test
    void pageOffersTheProviderAndTheKey() throws Exception {
        assertThat(service.get(PAGE, "Accept", HTML).body())
                .contains(
                        "href=\"/sign-in/provider?to=%2Findicators%2Fcic_count%3Ffrom%3Dall\"",
                        "Sign in with your work account", "name=\"key\"");
    }

    @Test
    void providerThatIsDownIsSaidToBe() {
        assertThat(whileTheIssuerWasDown.statusCode()).isEqualTo(503);
        assertThat(whileTheIssuerWasDown.headers().firstValue("Retry-After")).isPresent();
        assertThat(whileTheIssuerWasDown.body()).contains("The identity provider does not respond", "name=\"key\"");
    }

    @ParameterizedTest
    @CsvSource({"reader,403", "officer,403", "engineer,200"})
    void readerHasTheRoleThatTheClaimsName(String person, int report) throws Exception {
        HttpResponse<String> signedIn = signIn(service, person, PAGE);
        String cookie = session(signedIn);

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).hasValue(PAGE);
        assertThat(service.get(PAGE, "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(service.get("/indicators/cic_count.csv", "Cookie", cookie).statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/runs/" + GuardedService.RUN + "/report.html", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(report);
        assertThat(service.post("{ about { dataVersion } }", "Cookie", cookie).statusCode())
                .isEqualTo(401);
    }

    @Test
    void publicClientSignsInWithAProofKeyAlone() throws Exception {
        try (GuardedService open = closed(issuer.address(), Issuer.PUBLIC_PAGES, "")) {
            String cookie = session(signIn(open, "reader", PAGE));

            assertThat(open.get(PAGE, "Cookie", cookie).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestToTheProviderIsBoundToItsBrowser() throws Exception {
        HttpResponse<String> begun = service.get("/sign-in/provider?to=/topics");

        assertThat(begun.headers().firstValue("Location").orElseThrow())
                .startsWith(issuer.address() + "/oauth2/authorize?response_type=code")
                .contains("code_challenge_method=S256", "&state=", "&nonce=")
                .doesNotContain("secret");
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-care-ledger-sign-in=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void accountWithoutARoleIsNotLetIn() throws Exception {
        HttpResponse<String> answer = signIn(service, "nobody", PAGE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("your account has no role here");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("__Host-care-ledger="));
    }

    @Test
    void anotherBrowserCannotFinishIt() throws Exception {
        Begun begun = begin(service, "engineer", PAGE);

        assertRefused(service.get(begun.callback()), 400);
        assertRefused(service.get(begun.callback(), "Cookie", "__Host-care-ledger-sign-in=guessed"), 400);
        assertRefused(
                service.get(
                        begun.callback(),
                        "Cookie",
                        begin(service, "reader", PAGE).cookie()),
                401);
    }

    @Test
    void nothingIsFinishedTwice() throws Exception {
        Begun begun = begin(service, "reader", PAGE);
        assertThat(service.get(begun.callback(), "Cookie", begun.cookie()).statusCode())
                .isEqualTo(303);

        assertRefused(service.get(begun.callback(), "Cookie", begun.cookie()), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?error=access_denied", "?code=made-up", "?code=x&state=%3Cscript%3E", "?error=%3Cscript%3E"
            })
    void whatTheProviderDidNotSaySignsNobodyIn(String query) throws Exception {
        Begun begun = begin(service, "reader", PAGE);

        HttpResponse<String> answer = service.get("/sign-in/callback" + query, "Cookie", begun.cookie());

        assertRefused(answer, 401);
        assertThat(answer.body())
                .contains("The identity provider has not confirmed who you are")
                .doesNotContain("<script>");
    }

    @Test
    void codeThatTheProviderDidNotGiveIsRefused() throws Exception {
        Begun begun = begin(service, "reader", PAGE);

        assertRefused(
                service.get(begun.callback().replaceAll("code=[^&]+", "code=made-up"), "Cookie", begun.cookie()), 401);
    }

    /** Codes of some providers look like keys; those are kept out of addresses everywhere else. */
    @Test
    void codeThatLooksLikeAKeyReachesTheProvider() throws Exception {
        Begun begun = begin(service, "reader", PAGE);
        String callback = begun.callback().replaceAll("code=[^&]+", "code=" + "AB".repeat(32));

        assertThat(service.get(callback, "Cookie", begun.cookie()).body()).contains("(invalid_grant)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example/", "/sign-out", "javascript:alert(1)"})
    void nobodyIsSentElsewhere(String to) throws Exception {
        assertThat(signIn(service, "reader", to).headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void signingOutEndsIt() throws Exception {
        String cookie = session(signIn(service, "reader", PAGE));

        service.send(
                HttpRequest.newBuilder(service.uri("/sign-out")).POST(HttpRequest.BodyPublishers.noBody()),
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(service.get(PAGE, "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void readerSignsInWithABrowser() throws Exception {
        try (Browser browser = Browser.open(true)) {
            browser.show(service.uri(PAGE), 360);
            assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
                    .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                    .isEmpty();
            browser.picture(Path.of("target", "screenshots", "sign-in-360.png"));
            browser.leave(() -> browser.driver()
                    .findElement(By.linkText("Sign in with your work account"))
                    .click());
            browser.driver().findElement(By.name("username")).sendKeys("reader");
            browser.leave(() ->
                    browser.driver().findElement(By.name("password")).sendKeys(Issuer.secret("reader"), Keys.ENTER));

            assertThat(browser.driver().getCurrentUrl())
                    .isEqualTo(service.uri(PAGE).toString());
            assertThat(browser.driver().findElement(By.cssSelector("h1")).getText())
                    .isNotEqualTo("Sign in");
            browser.leave(() -> browser.driver()
                    .findElement(By.cssSelector(".sign-out button"))
                    .click());
            assertThat(browser.driver().findElement(By.cssSelector("h1")).getText())
                    .isEqualTo("Sign in");
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("__Host-care-ledger="));
    }

    private HttpResponse<String> signIn(GuardedService at, String person, String to) throws Exception {
        Begun begun = begin(at, person, to);
        return at.get(begun.callback(), "Cookie", begun.cookie(), "Accept", HTML);
    }

    /** Up to the address to which the provider sends a person back. */
    private Begun begin(GuardedService at, String person, String to) throws Exception {
        HttpResponse<String> begun =
                at.get("/sign-in/provider?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), "Accept", HTML);
        String back = Issuer.signIn(
                        person,
                        URI.create(begun.headers().firstValue("Location").orElseThrow()))
                .toString();
        assertThat(back).startsWith(at.uri("/sign-in/callback?code=").toString());
        return new Begun(
                back.substring(at.uri("").toString().length()),
                begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0]);
    }

    private static String session(HttpResponse<String> signedIn) {
        List<String> cookies = signedIn.headers().allValues("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith("__Host-care-ledger="))
                .findFirst()
                .orElseThrow()
                .split(";", -1)[0];
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private record Begun(String callback, String cookie) {}
}
