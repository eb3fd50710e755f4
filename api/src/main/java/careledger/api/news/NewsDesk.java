package careledger.api.news;

import careledger.schema.text.UnknownIdException;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.Releases;
import careledger.warehouse.run.RunRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of releases by what the runs that made them put on record. */
@Component
public final class NewsDesk {
    private final Releases releases;
    private final RunRecords runs;

    public NewsDesk(Releases releases, RunRecords runs) {
        this.releases = releases;
        this.runs = runs;
    }

    /** Of the newest releases that are kept, newest first. */
    List<ReleaseNews> newest(int most) {
        return releases.list().stream().limit(most).map(this::of).toList();
    }

    /** @throws UnknownIdException where it is not kept any more */
    public ReleaseNews of(String release) {
        return of(releases.get(release));
    }

    /** The place of a release among all that were ever published. @throws UnknownIdException where it is not kept any more */
    public long place(String release) {
        return releases.get(release).manifest().sequence();
    }

    private ReleaseNews of(Release release) {
        return ReleaseNews.of(release, runs.find(release.manifest().run()));
    }
}
