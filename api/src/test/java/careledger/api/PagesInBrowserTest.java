package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.PageCases.PageCase;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page in every state, in a browser, wide and narrow, with and without scripts. Pictures remain in target. */
class PagesInBrowserTest {
    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int SMALLEST = 320;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> PICTURED = Set.of(
            "front",
            "search",
            "topic",
            "indicator",
            "indicator-count",
            "indicator-parts",
            "indicator-no-figure",
            "compare",
            "definitions",
            "history",
            "figure",
            "scorecard",
            "area",
            "changes",
            "young-people",
            "words",
            "data",
            "accessibility",
            "indicator-unknown",
            "indicator-gone");

    private static Browser browser;
    private static Browser plain;
    private static TestService service;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open(true);
        plain = Browser.open(false);
        service = PageService.shared();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (plain != null) {
            plain.close();
        }
    }

    static List<PageCase> cases() throws Exception {
        return PageService.cases().all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingKeepsAnybodyOut(PageCase page) throws Exception {
        for (int width : new int[] {WIDE, NARROW}) {
            browser.show(service, page.path(), width);
            List<Rule> violations = new AxeBuilder().analyze(browser.driver()).getViolations();

            assertThat(violations)
                    .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                    .isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.driver().findElements(By.cssSelector("main > .note")))
                    .as("says which release it is of")
                    .hasSize(page.path().contains("release=") ? 1 : 0)
                    .allMatch(WebElement::isDisplayed);
            if (PICTURED.contains(page.name())) {
                browser.picture(PICTURES.resolve(page.name() + "-" + width + ".png"));
            }
        }
        // 320 pixels are also what is left of 1280 at a zoom of 400 %.
        browser.show(service, page.path(), SMALLEST);
        assertThat(wider(browser)).as("wider than a screen of 320 pixels").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void completeWithoutScripts(PageCase page) {
        plain.show(service, page.path(), WIDE);

        assertThat(plain.driver().findElements(By.cssSelector("h1"))).hasSize(1);
        assertThat(plain.driver().findElements(By.cssSelector("button[data-does]")))
                .noneMatch(WebElement::isDisplayed);
        if (page.name().equals("indicator")) {
            assertThat(plain.driver().findElements(By.cssSelector("svg.chart"))).anyMatch(WebElement::isDisplayed);
        }
    }

    @Test
    void arrowKeysReadTheChart() {
        browser.show(service, "/indicators/dental_check_pct", WIDE);
        WebElement chart = browser.driver().findElement(By.cssSelector("figure.picture"));

        chart.sendKeys(Keys.END);

        WebElement reading = chart.findElement(By.cssSelector(".reading"));
        assertThat(reading.getText()).startsWith("31 March 2025").contains("Leicestershire 93%");
        chart.sendKeys(Keys.ARROW_LEFT);
        assertThat(reading.getText()).startsWith("31 March 2024").contains("95%");
        chart.sendKeys(Keys.ESCAPE);
        assertThat(reading.isDisplayed()).isFalse();
    }

    @Test
    void firstTabSkipsToTheContent() {
        browser.show(service, "/", WIDE);

        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);

        WebElement focused = browser.driver().switchTo().activeElement();
        assertThat(focused.getText()).isEqualTo("Skip to main content");
        assertThat(focused.isDisplayed()).isTrue();
    }

    @Test
    void headingsOfTablesSort() {
        browser.show(service, "/indicators/dental_check_pct", WIDE);
        WebElement heading = browser.driver().findElement(By.cssSelector("table.figures thead th:nth-child(2)"));

        heading.findElement(By.tagName("button")).click();

        assertThat(heading.getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(browser.driver()
                        .findElement(By.cssSelector("table.figures tbody tr:first-child td"))
                        .getText())
                .startsWith("9");
    }

    @Test
    void boardMemberFindsTheDentist() {
        browser.show(service, "/", NARROW);

        browser.leave(() -> browser.driver().findElement(By.id("ask")).sendKeys("dentist", Keys.ENTER));
        browser.leave(() -> browser.driver()
                .findElement(By.partialLinkText("dental check in the last 12 months"))
                .click());

        assertThat(browser.driver().getTitle()).startsWith("Children in care with a dental check");
        assertThat(browser.driver().findElement(By.cssSelector("main")).getText())
                .contains("Why the line stops", "The figures", "Sources");
    }

    @Test
    void chartsKeepTheirLinesInForcedColours() {
        browser.show(service, "/indicators/dental_check_pct", WIDE);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));

        Object stroke = browser.driver()
                .executeScript("return [getComputedStyle(document.querySelector('.chart .line')).stroke,"
                        + " getComputedStyle(document.body).color].join('|')");

        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        assertThat(String.valueOf(stroke)).matches("(rgb\\([^)]*\\))\\|\\1");
    }

    /** Elements that reach beyond the screen and do not scroll in a box of their own. */
    private static List<?> wider(Browser browser) {
        Object found = browser.driver()
                .executeScript("return document.documentElement.scrollWidth <= innerWidth ? [] :"
                        + " [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') &&"
                        + " e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))");
        return (List<?>) found;
    }
}
