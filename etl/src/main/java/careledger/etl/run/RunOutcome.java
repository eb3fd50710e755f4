package careledger.etl.run;

import careledger.schema.problem.Rejection;
import careledger.warehouse.run.RunRecord;
import java.util.List;

/** How a run ended, with everything that it refused, in order of file and line. */
public record RunOutcome(RunRecord record, List<Rejection> rejections) {
    public RunOutcome {
        rejections = List.copyOf(rejections);
    }
}
