package careledger.api.graphql;

import careledger.answers.catalogue.ExtractEntry;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.run.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of the ETL as the contract shows it; rows read are those accepted and those rejected. */
record EtlRunView(
        String id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        RunState state,
        String trigger,
        @Nullable String release,
        List<ExtractEntry> extracts,
        int read,
        int accepted,
        int rejected,
        List<LeftOut> leftOut,
        @Nullable String message,
        @Nullable String stage) {
    EtlRunView {
        extracts = List.copyOf(extracts);
        leftOut = List.copyOf(leftOut);
    }

    /** A delivery, or a file of one, that was not loaded as it lay there. */
    record LeftOut(String delivery, boolean earlierStays) {}

    static EtlRunView of(RunRecord run) {
        Instant loadedAt = run.finishedAt().orElse(run.startedAt());
        return new EtlRunView(
                run.id(),
                run.startedAt(),
                run.finishedAt().orElse(null),
                run.state(),
                run.trigger(),
                run.release().orElse(null),
                run.extracts().stream().map(count -> extract(count, loadedAt)).toList(),
                Math.toIntExact(run.read()),
                Math.toIntExact(run.accepted()),
                Math.toIntExact(run.rejected()),
                run.leftOut().stream()
                        .map(one -> new LeftOut(one.delivery(), one.earlierStays()))
                        .toList(),
                run.message().orElse(null),
                run.stage().orElse(null));
    }

    private static ExtractEntry extract(ExtractCount count, Instant loadedAt) {
        return new ExtractEntry(
                count.id(),
                count.file(),
                count.sha256(),
                count.layout(),
                Math.toIntExact(count.rows()),
                Math.toIntExact(count.accepted()),
                Math.toIntExact(count.rejected()),
                loadedAt);
    }
}
