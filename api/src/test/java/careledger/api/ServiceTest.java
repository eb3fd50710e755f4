package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TemporaryFolders;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServiceTest {
    @Test
    void everythingThatGraphiqlLoadsComesFromTheService() throws Exception {
        HttpResponse<String> page = TestService.shared().get("/graphiql");
        Matcher asset = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());

        int assets = 0;
        while (asset.find()) {
            if (!asset.group(1).startsWith("data:")) {
                assets++;
                assertThat(asset.group(1)).matches("webjars/.+|graphiql/page\\.js");
                assertThat(TestService.shared().get("/" + asset.group(1)).statusCode())
                        .as(asset.group(1))
                        .isEqualTo(200);
            }
        }
        assertThat(assets).isEqualTo(5);
        assertThat(page.body())
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("@")
                .doesNotContain("<script>");
        assertThat(TestService.shared().get("/graphiql/questions").body()).contains("cic_count");
    }

    @Test
    void readyLineIsPrintedOnce() throws Exception {
        assertThat(TestService.shared().printed().lines()).singleElement().satisfies(line -> assertThat(line)
                .matches("Care Ledger is ready at http://127\\.0\\.0\\.1:\\d+"));
    }

    @Test
    void healthSaysWhichReleaseIsServed() throws Exception {
        HttpResponse<String> health = TestService.shared().get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"warehouse\"").contains("\"servedRelease\":\"sample-1\"");
    }

    @Test
    void metricsAreThereAndNothingElse() throws Exception {
        TestService.shared().data("{ about { dataVersion } }");

        assertThat(TestService.shared().get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        for (String other :
                new String[] {"/actuator/env", "/actuator/beans", "/actuator/metrics", "/actuator/heapdump"}) {
            assertThat(TestService.shared().get(other).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void unknownSettingsAreRefusedAllAtOnce() {
        assertThatThrownBy(() -> start("--careledger.dta=x", "--careledger.limits.pageRow=5"))
                .rootCause()
                .message()
                .contains("careledger.dta")
                .contains("careledger.limits.pagerow");
    }

    @Test
    void wrongSettingsAreRefusedAllAtOnce() {
        assertThatThrownBy(() -> start("--careledger.limits.pageRows=0", "--careledger.refresh=1ms"))
                .rootCause()
                .message()
                .contains("careledger.limits.pageRows is 1 or more, found 0")
                .contains("careledger.refresh");
    }

    private static void start(String... settings) throws Exception {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "--server.port=0";
        all[1] = "--careledger.data=" + TemporaryFolders.create();
        CareLedgerApplication.start(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), all)
                .close();
    }
}
