package careledger.answers.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the revisions, newest first.
 *
 * @param totalCount revisions on all pages together
 * @param sameFigure headlines that were replaced by the same figure in a finer or coarser print
 * @param endCursor where to go on; null on a page without rows
 */
public record RevisionPage(
        List<Revision> rows,
        int totalCount,
        int sameFigure,
        boolean hasNextPage,
        @Nullable String endCursor) {
    public RevisionPage {
        rows = List.copyOf(rows);
    }
}
