package careledger.api.namedquery;

import careledger.answers.query.CanonicalJson;
import careledger.answers.serving.ServedRelease;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.web.AnyOrigin;
import careledger.api.web.CacheHeaders;
import careledger.api.web.Encoding;
import careledger.api.web.LongResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Answers documents by their names, as JSON, CSV or Parquet, all of one release. */
@RestController
@AnyOrigin
final class NamedQueryController {
    /** Rows that are held at once of a list that goes on. */
    private static final int PAGE = 10_000;

    private final String program = ProgramDigest.compute();
    private final NamedQueries queries;
    private final QueryRunner runner;
    private final RequestReleases releases;
    private final LongResponses streams;
    private final JsonMapper json;
    private final int page;

    NamedQueryController(
            NamedQueries queries,
            QueryRunner runner,
            RequestReleases releases,
            LongResponses streams,
            JsonMapper json,
            CareLedgerProperties properties) {
        this.queries = queries;
        this.runner = runner;
        this.releases = releases;
        this.streams = streams;
        this.json = json;
        this.page = Math.min(PAGE, properties.limits().pageRows());
    }

    @RequestMapping(
            path = QueryAddress.BASE + "/{file}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void answer(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        NamedQueryRequest asked = QueryAddress.read(file, queries, request);
        Encoding encoding =
                asked.representation() == Representation.PARQUET ? Encoding.PLAIN : Encoding.wanted(request);
        try (RequestRelease release = releases.take(QueryTime.of(request::getAttribute))) {
            Optional<Version> version = asked.query().header().ofRelease()
                    ? Optional.of(version(asked, release.served()))
                    : Optional.empty();
            AnswerHead head = new AnswerHead(asked, version, encoding, request, response);
            if (head.held()) {
                head.notModified();
            } else if (asked.representation() == Representation.JSON) {
                Map<String, @Nullable Object> answer =
                        runner.run(asked.query().document(), asked.query(), asked.variables(), release, request);
                new JsonAnswer(json).write(answer, head);
            } else {
                table(head, release, request);
            }
        }
    }

    private void table(AnswerHead head, RequestRelease release, HttpServletRequest request) throws IOException {
        NamedQueryRequest asked = head.asked();
        Map<String, Object> variables = new TreeMap<>(asked.variables());
        if (asked.goesOn()) {
            variables.put(NamedQuery.FIRST, page);
        }
        try (LongResponses.Turn turn = streams.take()) {
            RowPages pages = new RowPages(asked.query().shape(), variables, asked.goesOn(), now -> runner.run(
                            asked.query().tableDocument(), asked.query(), now, release, request)
                    .get("data"));
            if (request.getMethod().equals("HEAD")) {
                head.write(pages.cursor());
                head.contentType();
            } else if (asked.representation() == Representation.CSV) {
                CsvAnswer.write(pages, head);
            } else {
                ParquetAnswer.write(pages, head);
            }
        }
    }

    private Version version(NamedQueryRequest asked, ServedRelease release) {
        String etag = CanonicalJson.hash(release.id() + "|" + asked.identity() + "|" + program);
        return new Version(release.id(), new CacheHeaders(etag, release.openedAt(), CacheHeaders.FOR_MINUTES));
    }

    /** @param release that an answer is made from */
    record Version(String release, CacheHeaders cacheHeaders) {}
}
