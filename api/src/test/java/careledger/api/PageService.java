package careledger.api;

import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One service over the sample's series, for all tests of pages. */
final class PageService {
    private static @Nullable TestService shared;

    private PageService() {}

    static synchronized TestService shared() throws Exception {
        if (shared == null) {
            Path data = TemporaryFolders.create();
            SampleRelease.publishSeries(data, "series-1");
            shared = new TestService(data);
        }
        return shared;
    }

    static PageCases cases() throws Exception {
        return new PageCases(shared().data(
                        "{ observations(filter: {indicators: [\"dental_check_pct\"], areas: [\"E10000018\"]}, first: 1)"
                                + " { rows { id } } }")
                .at("/rows/0/id")
                .asText());
    }
}
