package careledger.api.explorer;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.serving.DeadlineException;
import careledger.answers.serving.FailedQueryException;
import careledger.answers.serving.NoReleaseException;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.api.explorer.ProblemModel.Way;
import careledger.release.file.DamagedFileException;
import careledger.schema.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what kept a page from being made into a page that says so, and what to do. */
final class PageProblems {
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int BUSY = 503;

    /** The search finds names of areas. */
    private static final String AREA_CODE = "[A-Z][0-9]+";

    private PageProblems() {}

    /**
     * @param catalogue knows the titles of what may have been meant; null where no release is served
     * @return also where the caller has gone, although nobody reads it then: that is no fault of the service
     * @throws RuntimeException what nobody expected, as it is
     */
    static PageContent of(RuntimeException thrown, Address address, @Nullable ReleaseCatalogue catalogue) {
        if (thrown instanceof InvalidQueryException refused) {
            return refused(refused, address, catalogue);
        }
        if (thrown instanceof OverloadedException
                || thrown instanceof DeadlineException
                || thrown instanceof QueryCancelledException
                || (thrown instanceof FailedQueryException failed && failed.outOfMemory())) {
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
        if (thrown instanceof DamagedFileException) {
            return problem(
                    BUSY,
                    "These figures cannot be shown",
                    "The files that hold them are damaged, so nothing is shown from them until they are repaired.",
                    List.of(new Way("Try this page again", address.link())));
        }
        throw thrown;
    }

    private static PageContent refused(
            InvalidQueryException refused, Address address, @Nullable ReleaseCatalogue catalogue) {
        InvalidArgument first = refused.refusals().get(0);
        if (!refused.namesTheUnknown()) {
            return problem(BAD_REQUEST, "This page cannot be shown", words(first), List.of());
        }
        Optional<NamedThing> thing = NamedThing.of(first.argument());
        String asked = chosen(first, address)
                .flatMap(address::choice)
                .map(choice -> thing.map(one -> unknown(choice, one, catalogue)).orElse(choice))
                .orElse(address.id());
        List<Way> ways = new ArrayList<>();
        first.nearest()
                .forEach(near -> ways.add(new Way(
                        thing.flatMap(one -> one.title(near, catalogue)).orElse(near),
                        instead(first, asked, near, address).link())));
        String text = thing.map(one -> "There is no " + one.word() + " '" + Echo.of(asked) + "'."
                        + (ways.isEmpty() ? "" : " Perhaps you want:"))
                .orElseGet(() -> words(first));
        thing.filter(NamedThing::found)
                .map(one -> asked.replaceAll("[^\\p{L}\\p{N}]+", " ").strip())
                .filter(words -> !words.isEmpty() && words.length() <= Echo.MOST && !words.matches(AREA_CODE))
                .ifPresent(words -> ways.add(new Way(
                        "Search for “" + words + "”",
                        Route.SEARCH.address().with("q", words).link())));
        return problem(NOT_FOUND, "Page not found", text, ways);
    }

    private static String words(InvalidArgument refusal) {
        return refusal.message() + refusal.hint().map(hint -> " " + hint).orElse("");
    }

    /** Of a choice that names several things, the one that is not known. */
    private static String unknown(String choice, NamedThing thing, @Nullable ReleaseCatalogue catalogue) {
        return Stream.of(choice.split("[,\\s]+"))
                .filter(one -> thing == NamedThing.MEASURES
                        && thing.title(one, catalogue).isEmpty())
                .findFirst()
                .orElse(choice);
    }

    /** The same page with what was probably meant. */
    private static Address instead(InvalidArgument refusal, String asked, String near, Address address) {
        return chosen(refusal, address)
                .map(name ->
                        address.with(name, address.choice(name).orElse(asked).replace(asked, near)))
                .orElseGet(() -> new Address(address.route(), near, address.choices()));
    }

    /** The choice of the address that is to blame; none where the id is. */
    private static Optional<String> chosen(InvalidArgument refusal, Address address) {
        return refusal.argument().last().filter(name -> address.choice(name).isPresent());
    }

    private static PageContent problem(int status, String title, String text, List<Way> ways) {
        return new PageContent(status, "problem", title, text, new ProblemModel(title, text, ways));
    }
}
