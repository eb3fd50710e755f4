package careledger.answers.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what changed between two releases, by claim id.
 *
 * @param added claims that only the later holds, on all pages together; so are {@code removed} and {@code changed}
 * @param endCursor where to go on; null on a page without rows
 */
public record ReleaseDiffPage(
        int added,
        int removed,
        int changed,
        List<ReleaseChange> rows,
        boolean hasNextPage,
        @Nullable String endCursor) {
    public ReleaseDiffPage {
        rows = List.copyOf(rows);
    }
}
