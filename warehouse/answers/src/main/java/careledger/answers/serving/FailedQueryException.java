package careledger.answers.serving;

import java.sql.SQLException;

/** DuckDB could not answer: a mistake in a statement, or not enough memory. */
public final class FailedQueryException extends RuntimeException {
    FailedQueryException(String release, SQLException cause) {
        super("Release '" + release + "' could not be asked.", cause);
    }

    /** Whether the answer needed more memory than DuckDB may take. */
    public boolean outOfMemory() {
        return getCause() instanceof SQLException cause
                && String.valueOf(cause.getMessage()).contains("Out of Memory");
    }
}
