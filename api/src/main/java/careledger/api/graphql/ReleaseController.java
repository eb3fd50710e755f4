package careledger.api.graphql;

import careledger.release.store.Releases;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The releases that are kept, newest first. */
@Controller
final class ReleaseController {
    private final Releases releases;

    ReleaseController(Releases releases) {
        this.releases = releases;
    }

    @QueryMapping
    List<ReleaseView> releases() {
        return releases.list().stream()
                .map(release -> ReleaseView.of(release.manifest(), release.current()))
                .toList();
    }
}
