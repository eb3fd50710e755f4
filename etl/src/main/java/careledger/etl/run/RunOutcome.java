package careledger.etl.run;

import careledger.release.run.RunRecord;
import careledger.schema.mapping.ExpectedRejection;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param rejections everything that it refused, in order of file and line
 * @param expected what the mappings say will be refused
 * @param comparison with the served release; empty where there was none, or no release was made
 * @param preview the first figures of each file, where somebody wants to see them
 */
public record RunOutcome(
        RunRecord record,
        List<Rejection> rejections,
        List<ExpectedRejection> expected,
        Optional<ServedReleaseComparison> comparison,
        List<Preview> preview) {
    public RunOutcome {
        preview = List.copyOf(preview);
        rejections = List.copyOf(rejections);
        expected = List.copyOf(expected);
    }

    public RunOutcome(
            RunRecord record,
            List<Rejection> rejections,
            List<ExpectedRejection> expected,
            Optional<ServedReleaseComparison> comparison) {
        this(record, rejections, expected, comparison, List.of());
    }

    /** What was refused that nobody asked to be left out, by a rule that the file's mapping does not expect, or in another number than it expects. */
    public List<Rejection> unexpected() {
        return rejections.stream()
                .filter(one -> one.rule() != Rule.LEFT_OUT && !isExpected(one))
                .toList();
    }

    private boolean isExpected(Rejection rejection) {
        return expected.stream()
                .anyMatch(one -> one.path().equals(rejection.file())
                        && one.rule() == rejection.rule()
                        && one.count() == count(rejection));
    }

    private long count(Rejection like) {
        return rejections.stream()
                .filter(one -> one.file().equals(like.file()) && one.rule() == like.rule())
                .count();
    }
}
