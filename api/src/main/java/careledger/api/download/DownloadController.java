package careledger.api.download;

import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.graphql.ServedContract;
import careledger.api.web.AnyOrigin;
import careledger.api.web.FileAnswer;
import careledger.api.web.TextAnswer;
import careledger.release.store.Releases;
import careledger.schema.text.Nearest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Whole releases, and the contract, to take away. */
@RestController
@AnyOrigin
final class DownloadController {
    /** Stands for the release that is served. */
    private static final String CURRENT = "current";

    private final String contract = ServedContract.text();
    private final Instant started = Instant.now();
    private final Releases releases;
    private final RequestReleases served;
    private final DownloadableFiles files;

    DownloadController(Releases releases, RequestReleases served, DownloadableFiles files) {
        this.releases = releases;
        this.served = served;
        this.files = files;
    }

    @GetMapping(ReleaseListing.BASE)
    List<ReleaseListing> list(HttpServletRequest request) {
        try (RequestRelease held = served.take(new QueryTime())) {
            return listed(held.version(), request.getContextPath());
        }
    }

    @GetMapping(ReleaseListing.BASE + "/{id}")
    ReleaseListing one(@PathVariable String id, HttpServletRequest request) {
        try (RequestRelease held = served.take(new QueryTime())) {
            return listed(id, held.version(), request.getContextPath());
        }
    }

    @GetMapping(ReleaseListing.BASE + "/{id}/" + ReleasePackage.FILE)
    Map<String, Object> describe(@PathVariable String id, HttpServletRequest request) {
        return ReleasePackage.of(one(id, request));
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
        RequestRelease held = served.take(new QueryTime());
        FileAnswer answer;
        try {
            ReleaseListing release = listed(id, held.version(), request.getContextPath());
            Instant since = id.equals(CURRENT) ? held.served().openedAt() : Instant.EPOCH;
            answer = files.answer(release, file, id.equals(CURRENT), since);
            response.setHeader("X-Data-Version", release.id());
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
        answer.send(request, response, held);
    }

    @GetMapping("/api/schema.graphqls")
    void contract(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new TextAnswer(contract, "text/plain;charset=UTF-8", started).send(request, response);
    }

    private List<ReleaseListing> listed(String current, String prefix) {
        return releases.list().stream()
                .map(one -> ReleaseListing.of(one, one.id().equals(current), prefix))
                .toList();
    }

    /** @throws ApiException where no such release is kept */
    private ReleaseListing listed(String id, String current, String prefix) {
        List<ReleaseListing> known = listed(current, prefix);
        return known.stream()
                .filter(release ->
                        id.equals(CURRENT) ? release.current() : release.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> unknown(id, known.stream().map(ReleaseListing::id).toList()));
    }

    private static ApiException unknown(String id, List<String> known) {
        return ApiException.of(
                HttpStatus.NOT_FOUND,
                ProblemCode.NOT_FOUND,
                "There is no release '" + id + "'." + Nearest.sentence(id, known),
                "GET " + ReleaseListing.BASE + " lists those that are kept; 'current' is the one that is served.");
    }
}
