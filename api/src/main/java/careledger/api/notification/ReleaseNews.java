package careledger.api.notification;

import careledger.release.run.RunRecords;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.schema.text.UnknownIdException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Summarises releases from the records of the runs that made them. */
@Component
public final class ReleaseNews {
    private final Releases releases;
    private final RunRecords runs;

    public ReleaseNews(Releases releases, RunRecords runs) {
        this.releases = releases;
        this.runs = runs;
    }

    /** Of the newest releases that are kept, newest first. */
    List<ReleaseSummary> newest(int most) {
        return releases.list().stream().limit(most).map(this::of).toList();
    }

    /** @throws UnknownIdException where it is not kept any more */
    public ReleaseSummary of(String release) {
        return of(releases.get(release));
    }

    /** The place of a release among all that were ever published. @throws UnknownIdException where it is not kept any more */
    public long place(String release) {
        return releases.get(release).manifest().sequence();
    }

    private ReleaseSummary of(Release release) {
        return ReleaseSummary.of(release, runs.find(release.manifest().run()));
    }
}
