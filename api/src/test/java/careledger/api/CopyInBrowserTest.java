package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** "Copy for a paper" puts sentence, table and citation on the clipboard, for word processors and as text. */
class CopyInBrowserTest {
    private static final String READ = "const done = arguments[arguments.length - 1]; delete navigator.clipboard;"
            + " navigator.clipboard.read().then(async ([item]) => {"
            + " const found = {}; for (const type of item.types) found[type] = await (await item.getType(type)).text();"
            + " done(found); }).catch((error) => done({ error: String(error) }));";

    private static @Nullable Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(true);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Over plain HTTP on a council's network browsers give pages no clipboard, and copying works all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sentenceTableAndCitationAreCopied(boolean overTls) throws Exception {
        Browser chromium = Objects.requireNonNull(browser);
        TestService service = PageService.shared();
        chromium.driver()
                .executeCdpCommand(
                        "Browser.grantPermissions",
                        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        chromium.show(service, "/indicators/dental_check_pct", 1280);
        chromium.driver()
                .executeAsyncScript(
                        "const [text, done] = arguments; navigator.clipboard.writeText(text).then(done);", "before");
        if (!overTls) {
            chromium.driver()
                    .executeScript(
                            "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });");
        }

        chromium.driver()
                .findElement(By.cssSelector("button[data-does=copy-paper]"))
                .click();
        new WebDriverWait(chromium.driver(), Duration.ofSeconds(20))
                .until(page ->
                        page.findElement(By.cssSelector(".said")).getText().contains("copied"));
        Map<?, ?> copied = (Map<?, ?>) chromium.driver().executeAsyncScript(READ);

        String html = String.valueOf(copied.get("text/html"));
        String plain = String.valueOf(copied.get("text/plain"));
        String value = chromium.driver()
                .findElement(By.cssSelector("table.figures tbody td.number"))
                .getText();
        assertThat(html).contains("<h2>", "<table", "<th", value, "data version series-1", "release=series-1");
        assertThat(plain).contains(value, "\t", "data version series-1").doesNotContain("<");
        String sentence =
                chromium.driver().findElement(By.cssSelector("#summary p")).getText();
        assertThat(plain).contains(sentence);
        assertThat(html).contains(sentence);
    }
}
