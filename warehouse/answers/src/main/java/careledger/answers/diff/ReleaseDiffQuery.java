package careledger.answers.diff;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.observation.ClaimQuery;
import careledger.answers.observation.Observation;
import careledger.answers.query.PageRequest;
import careledger.answers.query.Sql;
import careledger.answers.serving.ReleaseExcerpt;
import careledger.release.store.ChangeKind;
import careledger.release.store.ClaimChange;
import careledger.release.store.Release;
import careledger.release.store.ReleaseDiff;
import careledger.release.store.ScratchDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed from one release to another. Both are read from their own files, whichever is served. */
public record ReleaseDiffQuery(Release from, Release to, PageRequest page) {
    /** How many sort values a cursor of changes holds: the claim. */
    public static final int KEYS = 1;

    public ReleaseDiffPage answer(ScratchDatabase scratch) throws SQLException {
        String after = page.cursor()
                .map(cursor -> String.valueOf(cursor.keys().get(0)))
                .orElse("");
        ReleaseDiff diff = ReleaseDiff.between(from.dir(), to.dir(), after, page.first() + 1, scratch);
        boolean more = diff.rows().size() > page.first();
        List<ClaimChange> changes = more ? diff.rows().subList(0, page.first()) : diff.rows();
        return new ReleaseDiffPage(
                Math.toIntExact(diff.added()),
                Math.toIntExact(diff.removed()),
                Math.toIntExact(diff.changed()),
                rows(changes, scratch),
                more,
                changes.isEmpty()
                        ? null
                        : page.cursorAfter(
                                List.of(changes.get(changes.size() - 1).claimId())));
    }

    private List<ReleaseChange> rows(List<ClaimChange> changes, ScratchDatabase scratch) throws SQLException {
        Map<String, Observation> before = figures(from, changes, ChangeKind.ADDED, scratch);
        Map<String, Observation> after = figures(to, changes, ChangeKind.REMOVED, scratch);
        return changes.stream()
                .map(change -> new ReleaseChange(
                        change.kind(),
                        before.get(change.claimId()),
                        after.get(change.claimId()),
                        change.kind() == ChangeKind.CHANGED ? ChangedFields.of(change.columns()) : List.of()))
                .toList();
    }

    /** @param absent what happened to the claims that this release does not hold */
    private static Map<String, Observation> figures(
            Release release, List<ClaimChange> changes, ChangeKind absent, ScratchDatabase scratch)
            throws SQLException {
        Set<String> claims = changes.stream()
                .filter(change -> change.kind() != absent)
                .map(ClaimChange::claimId)
                .collect(Collectors.toSet());
        return claims.isEmpty()
                ? Map.of()
                : ReleaseExcerpt.read(release, claims, scratch, connection -> {
                    Sql sql = new Sql(connection);
                    return new ClaimQuery(claims).answer(sql, DimensionAttributes.load(sql));
                });
    }
}
