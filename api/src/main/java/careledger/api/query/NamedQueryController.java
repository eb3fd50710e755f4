package careledger.api.query;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.RequestRelease;
import careledger.api.request.RequestReleases;
import careledger.api.request.Spending;
import careledger.api.transfer.Encoding;
import careledger.api.transfer.Freshness;
import careledger.api.transfer.OpenToAll;
import careledger.api.transfer.Streams;
import careledger.warehouse.question.CanonicalJson;
import careledger.warehouse.serving.ServedRelease;
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
@OpenToAll
final class NamedQueryController {
    /** Rows that are held at once of a list that goes on. */
    private static final int PAGE = 10_000;

    private final String program = ProgramDigest.compute();
    private final NamedQueries queries;
    private final QueryRunner runner;
    private final RequestReleases releases;
    private final Streams streams;
    private final JsonMapper json;
    private final int page;

    NamedQueryController(
            NamedQueries queries,
            QueryRunner runner,
            RequestReleases releases,
            Streams streams,
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
        Asked asked = QueryAddress.read(file, queries, request);
        Encoding encoding =
                asked.representation() == Representation.PARQUET ? Encoding.PLAIN : Encoding.wanted(request);
        try (RequestRelease release = releases.take(Spending.of(request::getAttribute))) {
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
        Asked asked = head.asked();
        Map<String, Object> variables = new TreeMap<>(asked.variables());
        if (asked.goesOn()) {
            variables.put(NamedQuery.FIRST, page);
        }
        try (Streams.Turn turn = streams.take()) {
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

    private Version version(Asked asked, ServedRelease release) {
        String etag = CanonicalJson.hash(release.id() + "|" + asked.identity() + "|" + program);
        return new Version(release.id(), new Freshness(etag, release.openedAt(), Freshness.FOR_MINUTES));
    }

    /** @param release that an answer is made from */
    record Version(String release, Freshness freshness) {}
}
