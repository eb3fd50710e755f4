package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.CanonicalJson;
import careledger.answers.serving.ServedRelease;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ApiException;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.web.AnswerBudget;
import careledger.api.web.AnyOrigin;
import careledger.api.web.CacheHeaders;
import careledger.api.web.Encoding;
import careledger.api.web.RequestContext;
import careledger.api.web.Spool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
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

    /** What a table that is gathered into one file takes: a page of rows, and a database of its own beside the heap. */
    private static final long EXPORT = 48L * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(500);

    private final String program = ProgramDigest.compute();
    private final NamedQueries queries;
    private final QueryRunner runner;
    private final RequestReleases releases;
    private final Spool spool;
    private final AnswerBudget budget;
    private final JsonMapper json;
    private final int page;

    NamedQueryController(
            NamedQueries queries,
            QueryRunner runner,
            RequestReleases releases,
            Spool spool,
            AnswerBudget budget,
            JsonMapper json,
            CareLedgerProperties properties) {
        this.queries = queries;
        this.runner = runner;
        this.releases = releases;
        this.spool = spool;
        this.budget = budget;
        this.json = json;
        this.page = Math.min(PAGE, properties.limits().pageRows());
    }

    @RequestMapping(
            path = QueryAddress.BASE + "/{file}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void answer(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        NamedQueryRequest asked = QueryAddress.read(file, queries, request);
        Encoding encoding = asked.representation().packed() ? Encoding.PLAIN : Encoding.wanted(request);
        QueryTime time = QueryTime.of(request::getAttribute);
        RequestRelease release = asked.release()
                .map(id -> releases.take(time, id, ArgumentPath.of(QueryAddress.RELEASE)))
                .orElseGet(() -> releases.take(time));
        boolean passedOn = false;
        try {
            Optional<Version> version = asked.query().header().ofRelease()
                    ? Optional.of(version(asked, release.served()))
                    : Optional.empty();
            AnswerHead head = new AnswerHead(asked, version, encoding, release::replacedIds, request, response);
            if (head.held()) {
                head.notModified();
            } else if (asked.representation() == Representation.JSON) {
                Map<String, @Nullable Object> answer =
                        runner.run(asked.query().document(), asked.query(), asked.variables(), release, request);
                new JsonAnswer(json, spool).write(answer, head);
            } else {
                passedOn = table(head, release, request);
            }
        } finally {
            if (!passedOn) {
                release.close();
            }
        }
    }

    /** @return whether the release is still read from while the table is sent, and closed after that */
    private boolean table(AnswerHead head, RequestRelease release, HttpServletRequest request) throws IOException {
        NamedQueryRequest asked = head.asked();
        Map<String, Object> variables = new TreeMap<>(asked.variables());
        if (asked.goesOn()) {
            variables.put(NamedQuery.FIRST, page);
        }
        boolean gathered = asked.representation().packed() || asked.representation() == Representation.JSONSTAT;
        if (gathered) {
            RequestContext.current().ifPresent(context -> context.reserve(budget, EXPORT));
        }
        RowPages pages = asked.cross()
                ? RowPages.of(new CrossTable(
                        runner.run(asked.query().document(), asked.query(), variables, release, request)
                                .get("data"),
                        variables.get(CrossTable.DOWN)))
                : new RowPages(asked.shape(), variables, asked.goesOn(), now -> rows(asked, now, release, request));
        if (request.getMethod().equals("HEAD")) {
            head.write(pages.cursor());
            head.contentType();
            return false;
        }
        if (asked.representation() == Representation.JSONSTAT) {
            new JsonStatAnswer(json, spool).write(pages, head);
            return false;
        }
        if (asked.representation() == Representation.PARQUET) {
            ParquetAnswer.write(pages, head);
            return false;
        }
        if (asked.representation().packed()) {
            WorkbookAnswer.write(pages, head);
            return false;
        }
        if (asked.representation() == Representation.SDMX) {
            SdmxTable sdmx = new SdmxTable(pages.columns(), head.version());
            pages = pages.as(sdmx.columns(), sdmx::row);
        }
        head.send(pages.cursor(), CsvAnswer.of(pages, head, spool, release));
        return true;
    }

    /** Where a page has been sent already, the next one waits longer than a request for its first: it cannot be refused. */
    private @Nullable Object rows(
            NamedQueryRequest asked,
            Map<String, Object> variables,
            RequestRelease release,
            HttpServletRequest request) {
        long patient = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return runner.run(asked.query().tableDocument(), asked.query(), variables, release, request)
                        .get("data");
            } catch (ApiException refused) {
                boolean goesOn = variables.containsKey(NamedQuery.AFTER) && asked.goesOn();
                if (!goesOn || !refused.overloaded() || System.nanoTime() > patient) {
                    throw refused;
                }
                LockSupport.parkNanos(BEFORE_TRYING_AGAIN.toNanos());
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
