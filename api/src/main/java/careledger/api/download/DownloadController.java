package careledger.api.download;

import careledger.api.contract.ServedContract;
import careledger.api.problem.ProblemCode;
import careledger.api.request.RequestRelease;
import careledger.api.request.RequestReleases;
import careledger.api.request.Spending;
import careledger.api.transfer.Encoding;
import careledger.api.transfer.FileAnswer;
import careledger.api.transfer.Freshness;
import careledger.api.transfer.OpenToAll;
import careledger.api.transfer.Refused;
import careledger.api.transfer.Streams;
import careledger.schema.text.Nearest;
import careledger.warehouse.question.CanonicalJson;
import careledger.warehouse.release.Releases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Whole releases, and the contract, to take away. */
@RestController
@OpenToAll
final class DownloadController {
    /** Stands for the release that is served. */
    private static final String CURRENT = "current";

    private final String contract = ServedContract.served();
    private final Instant started = Instant.now();
    private final Releases releases;
    private final RequestReleases served;
    private final ReleaseFiles files;
    private final Streams streams;

    DownloadController(Releases releases, RequestReleases served, ReleaseFiles files, Streams streams) {
        this.releases = releases;
        this.served = served;
        this.files = files;
        this.streams = streams;
    }

    @GetMapping(ReleaseListing.BASE)
    List<ReleaseListing> list() {
        try (RequestRelease held = served.take(new Spending())) {
            return listed(held.version());
        }
    }

    @GetMapping(ReleaseListing.BASE + "/{id}")
    ReleaseListing one(@PathVariable String id) {
        try (RequestRelease held = served.take(new Spending())) {
            return listed(id, held.version());
        }
    }

    @RequestMapping(
            path = ReleaseListing.BASE + "/{id}/{file}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void download(
            @PathVariable String id,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (RequestRelease held = served.take(new Spending());
                Streams.Turn turn = streams.take()) {
            ReleaseListing release = listed(id, held.version());
            Instant since = id.equals(CURRENT) ? held.served().openedAt() : Instant.EPOCH;
            FileAnswer answer = files.answer(release, file, id.equals(CURRENT), since);
            response.setHeader("X-Data-Version", release.id());
            answer.send(request, response);
        }
    }

    @GetMapping("/api/schema.graphqls")
    void contract(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Encoding encoding = Encoding.wanted(request);
        Freshness freshness = new Freshness(CanonicalJson.hash(contract), started, Freshness.FOR_MINUTES);
        response.addHeader("Vary", "Accept-Encoding");
        freshness.write(request, response, encoding);
        if (freshness.heldBy(request, encoding)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/plain;charset=UTF-8");
        try (OutputStream body = encoding.open(response)) {
            body.write(contract.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<ReleaseListing> listed(String current) {
        return releases.list().stream()
                .map(one -> ReleaseListing.of(one, one.id().equals(current)))
                .toList();
    }

    /** @throws Refused where no such release is kept */
    private ReleaseListing listed(String id, String current) {
        List<ReleaseListing> known = listed(current);
        return known.stream()
                .filter(release ->
                        id.equals(CURRENT) ? release.current() : release.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> unknown(id, known.stream().map(ReleaseListing::id).toList()));
    }

    private static Refused unknown(String id, List<String> known) {
        return Refused.of(
                HttpStatus.NOT_FOUND,
                ProblemCode.NOT_FOUND,
                "There is no release '" + id + "'." + Nearest.sentence(id, known),
                "GET " + ReleaseListing.BASE + " lists those that are kept; 'current' is the one that is served.");
    }
}
