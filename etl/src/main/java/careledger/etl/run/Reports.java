package careledger.etl.run;

import careledger.release.file.DurableFiles;
import careledger.release.guard.Guard;
import careledger.release.json.Json;
import careledger.release.run.RunRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what a run came to: once for programs, once as a page. Where that fails, the run has ended all the same. */
final class Reports {
    private final RunRecords records;
    private final Progress progress;
    private final Set<Guard> accepted;

    Reports(RunRecords records, Progress progress, Set<Guard> accepted) {
        this.records = records;
        this.progress = progress;
        this.accepted = Set.copyOf(accepted);
    }

    void write(RunOutcome outcome) {
        try {
            RunReport report = RunReport.of(outcome, accepted, StageCost.of(progress.millis(), progress.heap()));
            Path folder = records.reports(outcome.record().id());
            DurableFiles.replace(folder.resolve(RunReport.FILE), Json.pretty(report));
            DurableFiles.replace(folder.resolve(RunReport.PAGE), ReportPage.of(report));
        } catch (RuntimeException e) {
            progress.note("The report is not written: " + FailureMessages.of(e));
        }
    }

    /** Of a run that failed before it came to anything: why, and how far it was. */
    void writeFailed(String run) {
        write(new RunOutcome(records.get(run), List.of(), List.of(), Optional.empty()));
        progress.note("Report: " + records.reports(run).resolve(RunReport.PAGE));
    }
}
