package careledger.warehouse.question.releasediff;

import careledger.warehouse.question.PageRequest;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.DimensionAttributes;
import careledger.warehouse.question.observation.ClaimQuestion;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.release.ChangeKind;
import careledger.warehouse.release.ClaimChange;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.ReleaseDiff;
import careledger.warehouse.release.Scratch;
import careledger.warehouse.serving.ReleaseExcerpt;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed from one release to another. Both are read from their own files, whichever is served. */
public record ReleaseDiffQuestion(Release from, Release to, PageRequest page) {
    /** How many sort values a cursor of changes holds: the claim. */
    public static final int KEYS = 1;

    public ReleaseDiffPage answer(Scratch scratch) throws SQLException {
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

    private List<ReleaseChange> rows(List<ClaimChange> changes, Scratch scratch) throws SQLException {
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
            Release release, List<ClaimChange> changes, ChangeKind absent, Scratch scratch) throws SQLException {
        Set<String> claims = changes.stream()
                .filter(change -> change.kind() != absent)
                .map(ClaimChange::claimId)
                .collect(Collectors.toSet());
        return claims.isEmpty()
                ? Map.of()
                : ReleaseExcerpt.read(release, claims, scratch, connection -> {
                    Sql sql = new Sql(connection);
                    return new ClaimQuestion(claims, false).answer(sql, DimensionAttributes.load(sql));
                });
    }
}
