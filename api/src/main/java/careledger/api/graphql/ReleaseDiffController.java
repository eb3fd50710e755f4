package careledger.api.graphql;

import careledger.answers.diff.ReleaseDiffPage;
import careledger.answers.diff.ReleaseDiffQuery;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import careledger.release.store.CheckedReleases;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.UnreadableReleaseException;
import careledger.schema.text.UnknownIdException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What changed between two of the releases that are kept. */
@Controller
final class ReleaseDiffController {
    private static final String FIELD = "releaseDiff";
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    /** Releases never change, so a cursor holds whichever is served. */
    private static final String ANY_VERSION = "releases";

    private final Releases releases;
    private final QueryLimits limits;
    private final AnswerCache answers;

    ReleaseDiffController(Releases releases, CareLedgerProperties properties, AnswerCache answers) {
        this.releases = releases;
        this.limits = properties.limits().question();
        this.answers = answers;
    }

    /** Takes its turn among the slow questions to the served release, so that comparing never crowds them out. */
    @QueryMapping
    ReleaseDiffPage releaseDiff(
            @Argument String from,
            @Argument String to,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue(RequestRelease.KEY) RequestRelease served) {
        InvalidArguments refusals = new InvalidArguments();
        Optional<Release> earlier = kept(named(from, served.version()), "from", refusals);
        Optional<Release> later = kept(named(to, served.version()), "to", refusals);
        refusals.throwIfAny();
        String pair = earlier.orElseThrow().id() + "|" + later.orElseThrow().id();
        PageRequest page = PageRequest.of(FIELD, first, after, ANY_VERSION, pair, ReleaseDiffQuery.KEYS, limits);
        if (earlier.equals(later)) {
            return new ReleaseDiffPage(0, 0, 0, List.of(), false, null);
        }
        ReleaseDiffQuery question = new ReleaseDiffQuery(earlier.orElseThrow(), later.orElseThrow(), page);
        return answers.get(
                ANY_VERSION,
                ReleaseDiffPage.class,
                pair + "|" + first + "|" + after,
                () -> served.compare(question::answer),
                answer -> 2 * answer.rows().size());
    }

    /** What stands for the served release, and for the one before it, or itself where it is the first. */
    private String named(String id, String current) {
        if (id.equals(CURRENT)) {
            return current;
        }
        if (!id.equals(PREVIOUS)) {
            return id;
        }
        return releases.list().stream()
                .map(Release::id)
                .dropWhile(one -> !one.equals(current))
                .skip(1)
                .findFirst()
                .orElse(current);
    }

    private Optional<Release> kept(String id, String argument, InvalidArguments refusals) {
        ArgumentPath path = ArgumentPath.of(FIELD, argument);
        try {
            return Optional.of(CheckedReleases.require(releases.get(id)));
        } catch (UnknownIdException e) {
            refusals.add(InvalidArgument.unknownNear(path, "release", id, e.nearest()));
        } catch (UnreadableReleaseException e) {
            refusals.add(InvalidArgument.badInput(
                    path, "Release '" + id + "' is kept, but cannot be read.", "releases lists those that can."));
        }
        return Optional.empty();
    }
}
