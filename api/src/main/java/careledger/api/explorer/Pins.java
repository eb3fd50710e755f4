package careledger.api.explorer;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArgumentCode;
import careledger.answers.query.InvalidQueryException;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives a page the release that its address names, while it is kept. Where it is no longer kept, a page is made of the
 * current figures and says so; a file has no place where a reader would see that, and is refused.
 */
@Component
final class Pins {
    private static final ArgumentPath PATH = ArgumentPath.of(Route.RELEASE);

    private final RequestReleases releases;
    private final FormerReleases former;

    Pins(RequestReleases releases, FormerReleases former) {
        this.releases = releases;
        this.former = former;
    }

    /**
     * To be closed by the taker.
     *
     * @throws InvalidQueryException where nothing is known of the release, or it is gone and a file is wanted
     */
    RequestRelease take(Optional<String> wanted, boolean file, QueryTime time) {
        if (wanted.isEmpty()) {
            return releases.take(time);
        }
        String id = wanted.get();
        try {
            return releases.take(time, id, PATH);
        } catch (InvalidQueryException unknown) {
            if (!former.was(id)) {
                throw unknown;
            }
            if (file) {
                throw new InvalidQueryException(new InvalidArgument(
                        InvalidArgumentCode.UNKNOWN_ID,
                        PATH,
                        "Data version " + id + " is no longer kept, so there is no file of its figures.",
                        Optional.of("Leave out 'release' for the current figures."),
                        List.of()));
            }
            return releases.take(time);
        }
    }

    /** What the page says about the release that its address names; empty where it names none. */
    Optional<Pin> notice(RequestedPage asked, PageContent content, RequestRelease release, QueryTime time) {
        return asked.address()
                .choice(Route.RELEASE)
                .map(id -> id.equals(release.version())
                        ? former.kept(asked.address(), release)
                        : former.gone(id, asked, content, release, time));
    }
}
