package careledger.etl.run;

import careledger.release.json.Json;
import careledger.release.run.RunState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A run's report as a page. Its template is filled from the very tree that programs read; all text is escaped. */
final class ReportPage {
    private static final String TEMPLATE = "report.html";

    private ReportPage() {}

    static String of(RunReport report) {
        try {
            Map<?, ?> tree = Json.read(Json.line(report), Map.class);
            return template()
                    .execute(Map.of(
                            "report", tree,
                            "ending", ending(report),
                            "uncompared", uncompared(report),
                            "expected",
                                    report.expected().stream()
                                            .map(one -> Map.of(
                                                    "path", one.path(),
                                                    "rule", one.rule().id(),
                                                    "count", one.count(),
                                                    "because", one.because()))
                                            .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report cannot be read as it was written.", e);
        }
    }

    private static String ending(RunReport report) {
        return switch (report.run().state()) {
            case PUBLISHED -> "published";
            case UNCHANGED -> "nothing new";
            case FAILED -> "failed, nothing published";
            case RUNNING -> "rehearsed, nothing published";
        };
    }

    private static String uncompared(RunReport report) {
        return report.run().state() == RunState.PUBLISHED
                ? "Nothing was compared: no release was served before that could be read."
                : "Nothing was compared: no release was made.";
    }

    private static Template template() {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return Mustache.compiler()
                    .nullValue("")
                    .zeroIsFalse(true)
                    .emptyStringIsFalse(true)
                    .compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(TEMPLATE + " cannot be read.", e);
        }
    }
}
