package careledger.api.graphql;

import careledger.answers.catalogue.ExtractEntry;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.rejection.RejectionQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import careledger.api.security.Caller;
import careledger.api.security.Reserved;
import careledger.api.security.Role;
import careledger.release.run.ExtractCount;
import careledger.release.run.RecordedRejection;
import careledger.release.run.RunRecords;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.RejectionGroup;
import careledger.schema.problem.Rule;
import careledger.schema.text.UnknownIdException;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What the ETL did, and what it refused. */
@Controller
final class RunController {
    private static final String ALL_RUNS = "runs";

    private final RunRecords runs;
    private final QueryLimits limits;

    RunController(RunRecords runs, CareLedgerProperties properties) {
        this.runs = runs;
        this.limits = properties.limits().question();
    }

    /** Newest first. Runs are of no release, so their pages go on when another is served. */
    @QueryMapping
    Page<EtlRunView> etlRuns(@Argument int first, @Argument @Nullable String after) {
        PageRequest page = PageRequest.of("etlRuns", first, after, ALL_RUNS, "", 1, limits);
        return Page.of(runs.listWithDamaged().stream().map(EtlRunView::of).toList(), EtlRunView::id, page);
    }

    /** Without a run, what was refused when the served release was made. */
    @QueryMapping
    Page<RejectionRow> rejections(
            @Argument @Nullable String run,
            @Argument @Nullable String extract,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue(RequestRelease.KEY) RequestRelease release,
            @ContextValue(Caller.KEY) Caller caller) {
        boolean whole = caller.may(Role.ENGINEER);
        Refused refused = run == null ? ofServed(release) : ofRun(run);
        checkExtract(extract, refused.extracts());
        List<RejectionRow> rows = IntStream.range(0, refused.rejections().size())
                .mapToObj(place -> RejectionRow.of(
                        place, refused.run(), refused.rejections().get(place), whole))
                .filter(row -> extract == null || row.file().equals(extract))
                .toList();
        PageRequest page = PageRequest.of("rejections", first, after, refused.run(), "|" + extract, 1, limits);
        return Page.of(rows, row -> Integer.toString(row.place()), page);
    }

    /** Without a run, what was refused when the served release was made; alike ones together. */
    @QueryMapping
    List<RejectionGroupRow> rejectionGroups(
            @Argument @Nullable String run,
            @Argument @Nullable String extract,
            @ContextValue(RequestRelease.KEY) RequestRelease release,
            @ContextValue(Caller.KEY) Caller caller) {
        boolean whole = caller.may(Role.ENGINEER);
        Refused refused = run == null ? ofServed(release) : ofRun(run);
        checkExtract(extract, refused.extracts());
        List<Rejection> rejections = refused.rejections().stream()
                .filter(one -> extract == null || one.file().equals(extract))
                .map(one -> new Rejection(
                        one.file(), one.line(), one.column(), one.value(), Rule.recorded(one.rule()), one.reason()))
                .toList();
        return RejectionGroup.of(rejections).stream()
                .map(group -> RejectionGroupRow.of(group, whole))
                .toList();
    }

    @SchemaMapping(typeName = "RejectionGroup", field = "values")
    DataFetcherResult<@Nullable List<RejectionGroup.ValueCount>> values(
            RejectionGroupRow group, DataFetchingEnvironment field) {
        return Reserved.to(Role.ENGINEER, group.values(), field);
    }

    @SchemaMapping(typeName = "Rejection", field = "value")
    DataFetcherResult<@Nullable String> value(RejectionRow rejection, DataFetchingEnvironment field) {
        return Reserved.to(Role.ENGINEER, rejection.value(), field);
    }

    /** What a run says about itself may name folders of the machine. */
    @SchemaMapping(typeName = "EtlRun", field = "message")
    DataFetcherResult<@Nullable String> message(EtlRunView run, DataFetchingEnvironment field) {
        return Reserved.to(Role.OFFICER, run.message(), field);
    }

    private static Refused ofServed(RequestRelease release) {
        Set<String> extracts = release.catalogue().sources().stream()
                .flatMap(source -> source.extracts().stream())
                .map(ExtractEntry::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Refused(release.served().manifest().run(), release.query(RejectionQuery::answer), extracts);
    }

    private Refused ofRun(String id) {
        try {
            Set<String> extracts = runs.get(id).extracts().stream()
                    .map(ExtractCount::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Refused(id, runs.rejections(id), extracts);
        } catch (UnknownIdException e) {
            throw new InvalidQueryException(
                    InvalidArgument.unknownNear(ArgumentPath.of("rejections", "run"), "run", id, e.nearest()));
        }
    }

    private static void checkExtract(@Nullable String extract, Set<String> known) {
        if (extract != null && !known.contains(extract)) {
            throw new InvalidQueryException(
                    InvalidArgument.unknown(ArgumentPath.of("rejections", "extract"), "extract", extract, known));
        }
    }

    /** @param extracts files that the run read, or refused something of */
    private record Refused(String run, List<RecordedRejection> rejections, Set<String> extracts) {
        Refused {
            rejections = List.copyOf(rejections);
            extracts = new TreeSet<>(extracts);
            rejections.stream().map(RecordedRejection::file).forEach(extracts::add);
        }
    }
}
