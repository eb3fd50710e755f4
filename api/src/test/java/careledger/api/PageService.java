package careledger.api;

import careledger.release.TemporaryFolders;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.sample.SampleRelease;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service over the sample's series, with an earlier release and one that is gone, for all tests of pages. */
final class PageService {
    static final String EARLIER = "series-0";
    static final String GONE = "series-gone";

    private static @Nullable TestService shared;

    private PageService() {}

    static synchronized TestService shared() throws Exception {
        if (shared == null) {
            shared = new TestService(data());
        }
        return shared;
    }

    /** A new data folder with all releases that the cases of pages name. */
    static Path data() throws Exception {
        Path data = TemporaryFolders.create();
        new RunRecords(data)
                .write(RunRecord.started("run-20260101T000000000Z", "test", Optional.empty())
                        .published(GONE));
        SampleRelease.publishSeries(data, EARLIER);
        SampleRelease.publishSeries(data, "series-1");
        return data;
    }

    static PageCases cases() throws Exception {
        return new PageCases(shared().data(
                        "{ observations(filter: {indicators: [\"dental_check_pct\"], areas: [\"E10000018\"]}, first: 1)"
                                + " { rows { id } } }")
                .at("/rows/0/id")
                .asText());
    }
}
