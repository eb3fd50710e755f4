package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.api.PageCases.PageCase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy publishes the service below a path of its host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicAddressTest {
    private static final String PREFIX = "/care";
    private static final String HOST = "https://figures.example.gov.uk";
    private static final Pattern VALUE = Pattern.compile("\\s[a-z-]+=[\"'](/[^\"']*)[\"']");
    private static final Pattern PATH_IN_JSON = Pattern.compile("\"(/[^\"\\s]*)\"");

    private TestService service;
    private PageCases cases;

    @BeforeAll
    void serve() throws Exception {
        service = new TestService(PageService.data(), "--careledger.address=" + HOST + PREFIX + "/");
        cases = new PageCases(service.data(
                        "{ observations(filter: {indicators: [\"dental_check_pct\"]}, first: 1)" + " { rows { id } } }")
                .at("/rows/0/id")
                .asText());
    }

    @AfterAll
    void close() {
        service.close();
    }

    /** People type addresses with a slash at the end, and programs add one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/topics", "/indicators/dental_check_pct?from=2015-01-01", "/api/q/topics.csv", "/care/sources"})
    void anAddressWithASlashAtItsEndIsTheOneWithout(String path) throws Exception {
        String[] parts = path.split("\\?", 2);
        String slashed = parts[0] + "/" + (parts.length > 1 ? "?" + parts[1] : "");

        assertThat(service.send("GET", path).statusCode()).isEqualTo(200);
        assertThat(service.send("GET", slashed).statusCode()).isEqualTo(200);
        assertThat(new String(service.send("GET", slashed).body(), UTF_8))
                .isEqualTo(new String(service.send("GET", path).body(), UTF_8));
    }

    /** Whether the proxy passes the prefix on or takes it away. */
    @Test
    void everyLinkOfEveryPageIsBelowThePrefix() throws Exception {
        Set<String> links = new TreeSet<>();
        for (PageCase page : cases.all()) {
            for (String release : page.path().contains("release=") ? List.of("") : List.of("", "release=series-1")) {
                String path = release.isEmpty()
                        ? page.path()
                        : page.path() + (page.path().contains("?") ? "&" : "?") + release;
                HttpResponse<byte[]> kept = service.send("GET", PREFIX + path);
                HttpResponse<byte[]> taken = service.send("GET", path);
                String html = new String(kept.body(), UTF_8);

                assertThat(kept.statusCode()).as(path).isEqualTo(page.status());
                assertThat(taken.statusCode()).as(path).isEqualTo(page.status());
                assertThat(html).as(path).isEqualTo(new String(taken.body(), UTF_8));
                assertThat(html).as(path).doesNotContain("127.0.0.1");
                Matcher values = VALUE.matcher(html);
                while (values.find()) {
                    links.add(values.group(1).replace("&amp;", "&").replaceFirst("#.*", ""));
                }
            }
        }

        assertThat(links).hasSizeGreaterThan(100);
        assertThat(links.stream().filter(link -> !link.startsWith(PREFIX + "/")))
                .isEmpty();
        List<String> broken = new ArrayList<>();
        for (String link : links) {
            if (link.equals(PREFIX + "/sign-out")) {
                continue;
            }
            if (service.send("HEAD", link).statusCode() >= 500
                    || service.send("GET", link).statusCode() == 404) {
                broken.add(link);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void rootOfThePrefixIsTheFrontPage() throws Exception {
        assertThat(service.send("GET", PREFIX).body())
                .isEqualTo(service.send("GET", PREFIX + "/").body());
        assertThat(service.send("GET", PREFIX + "ful/topics").statusCode()).isEqualTo(404);
    }

    @Test
    void citationsAndFilesNameThePublicAddress() throws Exception {
        String page = service.get("/indicators/dental_check_pct").body();
        assertThat(page).contains(HOST + PREFIX + "/indicators/dental_check_pct?release=series-1");
        assertThat(service.get("/data").body()).contains(HOST + PREFIX + "/api/q/observations.csv");
        for (String file :
                List.of("/topics.csv", "/topics.json", "/indicators/dental_check_pct.json", "/sources.csv")) {
            HttpResponse<String> answer = service.get(PREFIX + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.body()).as(file).doesNotContain("127.0.0.1");
            assertThat(paths(answer.body())).as(file).isEmpty();
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .doesNotContain("care-");
        }
        assertThat(service.get("/topics.json").body()).contains(HOST + PREFIX + "/topics/");
    }

    @Test
    void everyAddressOfTheApiIsBelowThePrefix() throws Exception {
        for (String path : List.of("/api/q", "/api/releases", "/api/releases/current", "/search/suggestions?q=care")) {
            HttpResponse<String> answer = service.get(PREFIX + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            Set<String> paths = paths(answer.body());
            assertThat(paths).as(path).isNotEmpty().allMatch(one -> one.startsWith(PREFIX + "/"));
            for (String one : paths) {
                assertThat(service.send("GET", one).statusCode()).as(one).isLessThan(300);
            }
        }
        assertThat(service.get("/api/openapi.json").body())
                .contains("\"servers\":[{\"url\":\"" + HOST + PREFIX + "\"}]");
    }

    @Test
    void feedNamesThePublicAddress() throws Exception {
        String feed = service.get("/api/releases.atom").body();
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(feed);
        int found = 0;
        while (links.find()) {
            assertThat(links.group(1)).startsWith(HOST + PREFIX + "/");
            found++;
        }
        assertThat(found).isGreaterThan(0);
    }

    @Test
    void nextPageIsBelowThePrefix() throws Exception {
        for (String before : List.of("", PREFIX)) {
            HttpResponse<String> first = service.get(before + "/api/q/observations.json?first=1");
            String link = first.headers().firstValue("Link").orElseThrow();
            assertThat(link).startsWith("<" + PREFIX + "/api/q/observations.json?");
            String next = link.substring(1, link.indexOf('>'));
            assertThat(service.get(next).statusCode()).isEqualTo(200);
            assertThat(service.get(next).body()).isNotEqualTo(first.body());
        }
    }

    /** GraphiQL's page names its files as seen from its own address. */
    @Test
    void graphiqlFindsItsFiles() throws Exception {
        String html = service.get(PREFIX + "/graphiql").body();
        Matcher files = Pattern.compile("(?:src|href)=\"((?!data:)[^\"]+)\"").matcher(html);
        int found = 0;
        while (files.find()) {
            String file =
                    URI.create(PREFIX + "/graphiql").resolve(files.group(1)).toString();
            assertThat(file).startsWith(PREFIX + "/");
            assertThat(service.send("GET", file).statusCode()).as(file).isEqualTo(200);
            found++;
        }
        assertThat(found).isGreaterThan(3);
        assertThat(service.get(PREFIX + "/graphiql/page.js").body()).doesNotContain("\"/");
    }

    @Test
    void closedServiceRedirectsBelowThePrefix() throws Exception {
        try (TestService closed = new TestService(
                TestService.sharedData(), "--careledger.address=" + HOST + PREFIX, "--careledger.access.open=false")) {
            String html = new String(
                    closed.send("GET", PREFIX + "/topics", "Accept", "text/html")
                            .body(),
                    UTF_8);
            assertThat(html).contains("action=\"/care/sign-in\"", "name=\"to\" value=\"/topics\"");
            HttpResponse<byte[]> out = closed.send("POST", PREFIX + "/sign-out", "Sec-Fetch-Site", "same-origin");
            assertThat(out.headers().firstValue("Location")).hasValue("/care/sign-in");
            assertThat(closed.send("POST", "/sign-out", "Origin", HOST).statusCode())
                    .isEqualTo(303);
            assertThat(closed.send("POST", "/sign-out", "Origin", "https://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** Anybody can send these headers; they count where the operator has said so. */
    @Test
    void headersOfAProxyChangeNothing() throws Exception {
        TestService plain = TestService.shared();
        for (String path : List.of("/", "/api/q", "/api/releases.atom", "/data")) {
            HttpResponse<byte[]> usual = plain.send("GET", path);
            HttpResponse<byte[]> forwarded = plain.send(
                    "GET",
                    path,
                    "X-Forwarded-Host",
                    "evil.example",
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Prefix",
                    "/evil",
                    "Forwarded",
                    "host=evil.example;proto=https");
            assertThat(new String(forwarded.body(), UTF_8)).as(path).isEqualTo(new String(usual.body(), UTF_8));
            assertThat(forwarded.headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figures.example.gov.uk",
                "ftp://figures.example.gov.uk",
                "https://figures.example.gov.uk/care?x=1",
                "https://figures.example.gov.uk/care#top",
                "https://user@figures.example.gov.uk",
                "https://figures.example.gov.uk/care/../x",
                "https://figures.example.gov.uk/a b",
                "https:///care"
            })
    void addressThatIsNoneIsRefusedAtStart(String address) {
        assertThatThrownBy(() -> new TestService(TestService.sharedData(), "--careledger.address=" + address).close())
                .rootCause()
                .hasMessageContaining("careledger.address is '" + address + "'");
    }

    private static Set<String> paths(String json) {
        Set<String> found = new TreeSet<>();
        Matcher paths = PATH_IN_JSON.matcher(json);
        while (paths.find()) {
            found.add(paths.group(1));
        }
        return found;
    }
}
