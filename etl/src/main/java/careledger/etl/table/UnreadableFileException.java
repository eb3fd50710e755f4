package careledger.etl.table;

import careledger.schema.problem.Rule;
import java.io.IOException;

/**
 * A delivered file cannot be opened for what is in it. Thrown from within streams, and made a refusal where the file is
 * opened; nothing outside this package sees it.
 */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    UnreadableFileException(String reason) {
        this(Rule.FILE_UNREADABLE, reason);
    }

    UnreadableFileException(Rule rule, String reason) {
        super(reason);
        this.rule = rule;
    }

    RejectionReason refusal() {
        return RejectionReason.whole(rule, String.valueOf(getMessage()));
    }
}
