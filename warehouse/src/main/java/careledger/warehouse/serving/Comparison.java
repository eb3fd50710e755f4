package careledger.warehouse.serving;

import careledger.warehouse.release.Scratch;
import java.sql.SQLException;

/** Something to ask of releases that need not be served. */
@FunctionalInterface
public interface Comparison<T> {
    /** @param scratch opens databases for this answer only; their statements are cancelled when the deadline has passed */
    T answer(Scratch scratch) throws SQLException;
}
