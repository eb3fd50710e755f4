package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a closed service, read with a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String PAGE = "/indicators/cic_count?from=all";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @BeforeAll
    void start() throws Exception {
        service = new GuardedService("--careledger.access.open=false");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                PAGE,
                "/indicators/cic_count.csv",
                "/indicators/cic_count.svg",
                "/scorecards/corporate-parenting-board/pack.pdf",
                "/api/q/observations.csv"
            })
    void strangersGetThePageToSignInAndNoFigures(String path) throws Exception {
        HttpResponse<String> page = service.get(path, "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("<h1>Sign in</h1>", "action=\"/sign-in\"")
                .doesNotContain("657", "654");
        assertThat(service.get(path, "Accept", "*/*").body()).contains("UNAUTHENTICATED");
    }

    @Test
    void whoSignsInGoesOnToThePageThatWasWanted() throws Exception {
        HttpResponse<String> signedIn = signIn(service.key("reader"), PAGE);
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).hasValue(PAGE);
        assertThat(cookie)
                .startsWith("__Host-care-ledger=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("cl_", "Max-Age", "Domain");
        for (String path :
                List.of(PAGE, "/indicators/cic_count.csv", "/indicators/cic_count.svg", "/api/q/observations.csv")) {
            HttpResponse<String> answer = service.get(path, "Cookie", cookie(signedIn));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control").toString()).doesNotContain("public");
            assertThat(answer.headers().allValues("Vary").toString()).contains("Cookie");
        }
        assertThat(service.get(PAGE, "Cookie", cookie(signedIn)).body()).contains("Sign out");
    }

    @Test
    void cookieReadsAndDoesNothingElse() throws Exception {
        String cookie = cookie(signIn(service.key("engineer"), "/"));

        assertThat(service.post("{ about { dataVersion } }", "Cookie", cookie).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"reader,403", "engineer,200"})
    void cookieHasTheRoleOfItsKey(String role, int status) throws Exception {
        String cookie = cookie(signIn(service.key(role), "/"));

        assertThat(service.get("/api/runs/" + GuardedService.RUN + "/report.html", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void signingOutEndsIt() throws Exception {
        String cookie = cookie(signIn(service.key("reader"), "/"));

        HttpResponse<String> out = form("/sign-out", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin");

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(service.get(PAGE, "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void revokedKeySignsItsReadersOut() throws Exception {
        String key = service.keys("add", "--name", "of one who leaves").strip();
        String cookie = cookie(signIn(key, "/"));
        assertThat(service.get(PAGE, "Cookie", cookie).statusCode()).isEqualTo(200);

        String id = service.keys("list")
                .lines()
                .filter(line -> line.contains("of one who leaves"))
                .findFirst()
                .orElseThrow()
                .split("\\s+", -1)[0];
        service.keys("revoke", id);

        assertThat(service.get(PAGE, "Cookie", cookie, "Accept", HTML).body()).contains("<h1>Sign in</h1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                "/\t/elsewhere.example",
                "/a\r\nSet-Cookie: x=y",
                "/sign-out",
                ""
            })
    void nobodyIsSentElsewhere(String to) throws Exception {
        HttpResponse<String> signedIn = signIn(service.key("reader"), to);

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void formsOfOtherSitesAreRefused() throws Exception {
        String key = "key=" + service.key("reader");
        String cookie = cookie(signIn(service.key("reader"), "/"));

        for (String[] headers : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "https://elsewhere.example"},
            {"Origin", "null"}
        }) {
            assertThat(form("/sign-in", key, headers).statusCode()).isEqualTo(403);
            assertThat(form("/sign-in", key, headers).headers().firstValue("Set-Cookie"))
                    .isEmpty();
        }
        assertThat(form("/sign-out", "", "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get(PAGE, "Cookie", cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongKeyIsExplainedAndNotRepeated() throws Exception {
        String wrong = "cl_" + "0".repeat(64);

        HttpResponse<String> page = signIn(wrong, "/topics?\"><script>alert(1)</script>");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("This key is not known", "value=\"/topics?&#34;")
                .doesNotContain(wrong, "<script>alert");
        assertThat(service.get(PAGE, "Cookie", "__Host-care-ledger=guessed").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> signIn(String key, String to) throws Exception {
        return form(
                "/sign-in",
                "key=" + key + "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                "Sec-Fetch-Site",
                "same-origin");
    }

    private HttpResponse<String> form(String path, String body, String... headers) throws Exception {
        return service.send(
                HttpRequest.newBuilder(service.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    }
}
