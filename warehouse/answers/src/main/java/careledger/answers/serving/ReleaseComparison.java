package careledger.answers.serving;

import careledger.release.store.ScratchDatabase;
import java.sql.SQLException;

/** Something to ask of releases that need not be served. */
@FunctionalInterface
public interface ReleaseComparison<T> {
    /** @param scratch opens databases for this answer only; their statements are cancelled when the deadline has passed */
    T answer(ScratchDatabase scratch) throws SQLException;
}
