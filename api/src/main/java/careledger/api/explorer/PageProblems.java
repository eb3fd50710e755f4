package careledger.api.explorer;

import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.serving.DeadlineException;
import careledger.answers.serving.NoReleaseException;
import careledger.answers.serving.OverloadedException;
import careledger.api.explorer.ProblemModel.Way;
import java.util.List;

/** Turns what kept a page from being made into a page that says so, and what to do. */
final class PageProblems {
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int BUSY = 503;

    private PageProblems() {}

    /** @throws RuntimeException what nobody expected, as it is */
    static PageContent of(RuntimeException thrown, Address address) {
        if (thrown instanceof InvalidQueryException refused) {
            return refused(refused, address);
        }
        if (thrown instanceof OverloadedException || thrown instanceof DeadlineException) {
            return problem(
                    BUSY,
                    "The service is busy",
                    "Too many people are asking at the moment. Nothing is wrong with the address.",
                    List.of(new Way("Try this page again", address.link())));
        }
        if (thrown instanceof NoReleaseException) {
            return problem(
                    BUSY,
                    "There are no figures yet",
                    "The figures have not been loaded, or are being loaded for the first time.",
                    List.of(new Way("Try this page again", address.link())));
        }
        throw thrown;
    }

    private static PageContent refused(InvalidQueryException refused, Address address) {
        boolean unknown = refused.namesTheUnknown();
        InvalidArgument first = refused.refusals().get(0);
        List<Way> ways = first.nearest().stream()
                .map(near -> new Way(near, instead(first, near, address).link()))
                .toList();
        return problem(
                unknown ? NOT_FOUND : BAD_REQUEST,
                unknown ? "Page not found" : "This page cannot be shown",
                first.message() + first.hint().map(hint -> " " + hint).orElse(""),
                ways);
    }

    /** The same page with what was probably meant. */
    private static Address instead(InvalidArgument refusal, String near, Address address) {
        List<Object> path = refusal.argument().path();
        Object last = path.isEmpty() ? "" : path.get(path.size() - 1);
        return last instanceof String name && address.choice(name).isPresent()
                ? address.with(name, near)
                : new Address(address.route(), near, address.choices());
    }

    private static PageContent problem(int status, String title, String text, List<Way> ways) {
        return new PageContent(status, "problem", title, text, new ProblemModel(title, text, ways));
    }
}
