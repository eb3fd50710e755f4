package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The server audit of the npm package graphql-http, as it is published, against the service; a test for each audit. */
class GraphQlOverHttpAuditTest {
    /** What bare Spring for GraphQL is asked by it; fewer would mean that it was not run whole. */
    private static final int AUDITS = 54;

    private static final Context JAVASCRIPT = Context.newBuilder("js")
            .allowHostAccess(HostAccess.EXPLICIT)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @AfterAll
    static void close() {
        JAVASCRIPT.close();
    }

    @TestFactory
    Stream<DynamicTest> everyAuditIsOk() throws Exception {
        JAVASCRIPT.getBindings("js").putMember("http", new Client());
        JAVASCRIPT.eval(script("graphql-http-audits.js"));
        JAVASCRIPT.eval(script("browser.js"));
        Value audits = JAVASCRIPT
                .eval("js", "audits")
                .execute(TestService.shared().uri("/graphql").toString());

        assertThat(audits.getArraySize()).isGreaterThanOrEqualTo(AUDITS);
        List<DynamicTest> tests = new ArrayList<>();
        for (long i = 0; i < audits.getArraySize(); i++) {
            Value audit = audits.getArrayElement(i);
            tests.add(DynamicTest.dynamicTest(
                    audit.getMember("id").asString() + " "
                            + audit.getMember("name").asString(),
                    () -> assertThat(resultOf(audit)).isEqualTo("ok")));
        }
        return tests.stream();
    }

    private static String resultOf(Value audit) {
        List<String> results = new ArrayList<>();
        Consumer<String> done = results::add;
        JAVASCRIPT.eval("js", "run").execute(audit, new Done(done));
        assertThat(results).as("the audit ended").hasSize(1);
        return results.get(0);
    }

    private static Source script(String file) throws IOException {
        URL url = Objects.requireNonNull(GraphQlOverHttpAuditTest.class.getResource("graphql-http/" + file), file);
        return Source.newBuilder("js", url).build();
    }

    /** Takes an audit's result. */
    public static final class Done {
        private final Consumer<String> result;

        Done(Consumer<String> result) {
            this.result = result;
        }

        @HostAccess.Export
        public void accept(String text) {
            result.accept(text);
        }
    }

    /** What the script sends requests with. */
    public static final class Client {
        @HostAccess.Export
        public Answer send(String url, String method, Value headers, @Nullable String body) throws Exception {
            Map<String, String> named = new HashMap<>();
            headers.getMemberKeys()
                    .forEach(name -> named.put(name, headers.getMember(name).asString()));
            return new Answer(RawHttp.send(URI.create(url), method, named, body));
        }
    }

    /** What came back. */
    public static final class Answer {
        private final HttpResponse<byte[]> response;

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        @HostAccess.Export
        public int status() {
            return response.statusCode();
        }

        @HostAccess.Export
        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @HostAccess.Export
        public String utf8() throws CharacterCodingException {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(response.body()))
                    .toString();
        }
    }
}
