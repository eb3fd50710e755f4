package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.sample.EarlierRelease;
import careledger.release.sample.SampleRelease;
import careledger.release.sql.Jdbc;
import careledger.release.store.ClaimChange;
import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.ReleaseDiff;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import careledger.schema.star.StarSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of schema version 1 next to one of this version. */
class EarlierReleaseTest {
    @TempDir
    Path data;

    private Releases releases;

    @BeforeEach
    void unpack() throws Exception {
        EarlierRelease.unpack(data);
        releases = new Releases(data);
    }

    @Test
    void itIsServedWithNothingInTheNewColumns() {
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            List<String> rows = warehouse.read((release, connection) -> Jdbc.list(
                    connection,
                    "SELECT value_text || ' ' || coalesce(qualifier, '-') || ' ' || coalesce(period_note, '-')"
                            + " FROM observation ORDER BY claim_id",
                    row -> row.getString(1)));

            assertThat(rows)
                    .containsExactly(
                            "657 - -", "582 - -", "46.5 per 10,000 - date not printed in the bullet, 31 March 2020");
        }
    }

    @Test
    void itIsVerifiedAndRolledBackTo() throws Exception {
        assertThat(releases.verify(EarlierRelease.ID)).isEmpty();
        Release later = SampleRelease.publish(data, "later");
        assertThat(later.manifest().schemaVersion()).isEqualTo(StarSchema.VERSION);

        releases.rollback(EarlierRelease.ID);

        assertThat(releases.current().map(Release::id)).contains(EarlierRelease.ID);
        assertThat(releases.verifyAll().values()).allMatch(List::isEmpty);
    }

    /** What the earlier tables had no column for is no change of what the sources state. */
    @Test
    void itIsComparedInTheColumnsThatItHas() throws Exception {
        Release earlier = releases.get(EarlierRelease.ID);
        try (DataLock lock = DataLock.take(data)) {
            StagedRelease staged = releases.stage(lock);
            EarlierTables.copyWith(
                    earlier.dir(),
                    staged.dir(),
                    "SELECT * REPLACE (CASE WHEN value = 582 THEN 583 ELSE value END AS value), 'over' AS qualifier,"
                            + " NULL::DECIMAL(18, 6) AS count FROM earlier");
            releases.publish(staged, "later", "run-later", "digest");
        }

        ReleaseDiff diff = releases.diff(EarlierRelease.ID, "later", 10);

        assertThat(diff.rows()).extracting(ClaimChange::claimId).containsExactly("annual-report-2019-20/2");
        assertThat(diff.rows().get(0).columns()).containsExactly("value");
        assertThat(releases.diff("later", EarlierRelease.ID, 10).changed()).isEqualTo(1);
    }
}
