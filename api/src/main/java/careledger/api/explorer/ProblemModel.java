package careledger.api.explorer;

import java.util.List;

/** What the page of a problem shows. */
public record ProblemModel(String title, String text, List<Way> ways) {
    public ProblemModel {
        ways = List.copyOf(ways);
    }

    /** A link that may lead on. */
    public record Way(String text, String link) {}
}
