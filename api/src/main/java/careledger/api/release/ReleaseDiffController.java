package careledger.api.release;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.Answers;
import careledger.api.request.RequestRelease;
import careledger.schema.text.UnknownIdException;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.PageRequest;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Refusal;
import careledger.warehouse.question.Refusals;
import careledger.warehouse.question.releasediff.ReleaseDiffPage;
import careledger.warehouse.question.releasediff.ReleaseDiffQuestion;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.Releases;
import careledger.warehouse.release.UnreadableReleaseException;
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
    /** Releases never change, so a cursor holds whichever is served. */
    private static final String ANY_VERSION = "releases";

    private final Releases releases;
    private final QuestionLimits limits;
    private final Answers answers;

    ReleaseDiffController(Releases releases, CareLedgerProperties properties, Answers answers) {
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
        Refusals refusals = new Refusals();
        Optional<Release> earlier = kept(from, "from", refusals);
        Optional<Release> later = kept(to, "to", refusals);
        refusals.throwIfAny();
        String pair = from + "|" + to;
        PageRequest page = PageRequest.of(FIELD, first, after, ANY_VERSION, pair, ReleaseDiffQuestion.KEYS, limits);
        if (from.equals(to)) {
            return new ReleaseDiffPage(0, 0, 0, List.of(), false, null);
        }
        ReleaseDiffQuestion question = new ReleaseDiffQuestion(earlier.orElseThrow(), later.orElseThrow(), page);
        return answers.get(
                ANY_VERSION,
                ReleaseDiffPage.class,
                pair + "|" + first + "|" + after,
                () -> served.compare(question::answer),
                answer -> 2 * answer.rows().size());
    }

    private Optional<Release> kept(String id, String argument, Refusals refusals) {
        ArgumentPath path = ArgumentPath.of(FIELD, argument);
        try {
            return Optional.of(releases.get(id));
        } catch (UnknownIdException e) {
            refusals.add(Refusal.unknownNear(path, "release", id, e.nearest()));
        } catch (UnreadableReleaseException e) {
            refusals.add(Refusal.badInput(
                    path, "Release '" + id + "' is kept, but cannot be read.", "releases lists those that can."));
        }
        return Optional.empty();
    }
}
