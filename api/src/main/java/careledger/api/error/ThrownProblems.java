package careledger.api.error;

import careledger.answers.query.InvalidQueryException;
import careledger.answers.serving.DeadlineException;
import careledger.answers.serving.FailedQueryException;
import careledger.answers.serving.NoReleaseException;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.release.file.DamagedFileException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What kept a question from being answered, in words; the same for fields, files, pages and pictures. What nobody expected
 * is logged, and shown as an id only.
 */
final class ThrownProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ThrownProblems.class);

    private ThrownProblems() {}

    /** @param place field or address that was asked for */
    static List<Problem> of(Throwable thrown, String requestId, String place) {
        if (thrown instanceof InvalidQueryException refused) {
            return refused.refusals().stream().map(Problem::of).toList();
        }
        if (thrown instanceof NoReleaseException) {
            return List.of(Problem.of(
                    ProblemCode.NO_RELEASE, describe(thrown), "Run './careledger etl run', then ask again."));
        }
        if (thrown instanceof DamagedFileException) {
            LOG.error("request {} was not answered at {} from damaged files", requestId, place, thrown);
            return List.of(Problem.damaged());
        }
        if (thrown instanceof OverloadedException) {
            return List.of(Problem.of(ProblemCode.OVERLOADED, describe(thrown), "Ask again in a moment."));
        }
        if (thrown instanceof DeadlineException || thrown instanceof QueryCancelledException) {
            return List.of(Problem.of(
                    ProblemCode.TIMEOUT, describe(thrown), "Ask for less: fewer indicators, areas or years."));
        }
        if (thrown instanceof FailedQueryException failed && failed.outOfMemory()) {
            return List.of(Problem.of(
                    ProblemCode.LIMIT_EXCEEDED,
                    "The answer needs more memory than the limit memoryMegabytes allows.",
                    "Ask for less: fewer indicators, areas or years."));
        }
        LOG.error("request {} failed at {}", requestId, place, thrown);
        return List.of(internal(requestId));
    }

    static Problem internal(String requestId) {
        return Problem.of(
                ProblemCode.INTERNAL,
                "Something went wrong here, request " + requestId + ".",
                "Send the request id to the operator of the service; the log has the details.");
    }

    private static String describe(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
