package careledger.api.explorer;

import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.web.CacheHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Titles that fit what is being typed, for the search box. */
@RestController
final class SuggestionController {
    private static final int MOST = 8;
    private static final int LONGEST = 200;

    private final RequestReleases releases;

    SuggestionController(RequestReleases releases) {
        this.releases = releases;
    }

    @GetMapping("/search/suggestions")
    ResponseEntity<List<Suggestion>> suggestions(
            @RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        try (RequestRelease release = releases.take(QueryTime.of(request::getAttribute))) {
            List<Suggestion> found = q.isBlank() || q.length() > LONGEST
                    ? List.of()
                    : release.catalogue().search().find(q).stream()
                            .limit(MOST)
                            .map(indicator -> new Suggestion(
                                    indicator.title(),
                                    request.getContextPath()
                                            + Route.INDICATOR.of(indicator.id()).link()))
                            .toList();
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "public, " + CacheHeaders.FOR_MINUTES)
                    .body(found);
        }
    }

    /** A measure and its page. */
    record Suggestion(String title, String link) {}
}
