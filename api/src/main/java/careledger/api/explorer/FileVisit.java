package careledger.api.explorer;

import careledger.api.notice.Notices;
import java.util.Optional;

/**
 * One request for a file of a page.
 *
 * @param base address of the service, which links begin with
 * @param notices corrections and reviews to be shown
 * @param release that the address names, and so do links; none where it names none
 */
public record FileVisit(String base, Notices notices, Optional<String> release) {
    /** An address within the service as a file holds it; others stay as they are. */
    public String address(String link) {
        return link.startsWith("/")
                ? base + release.map(id -> PinnedLinks.of(link, id)).orElse(link)
                : link;
    }
}
