package careledger.api.explorer;

import careledger.api.explorer.file.FileForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages, each with its address and with the choices that its address may hold. This is the only list of them: the
 * service answers what is here, and tests try what is here.
 */
public enum Route {
    FRONT("/"),
    SEARCH("/search", "q", "area", "topic"),
    TOPICS("/topics"),
    TOPIC("/topics/{id}", "area"),
    INDICATOR("/indicators/{id}", "area", "with", "by", "from", "to", "as-of", "axis"),
    COMPARE("/indicators/{id}/compare", "area", "period", "with", "measures", "as-of"),
    DEFINITIONS("/indicators/{id}/definitions"),
    HISTORY("/indicators/{id}/history", "area", "as-of"),
    FIGURE("/figures/{id}"),
    SCORECARDS("/scorecards"),
    SCORECARD("/scorecards/{id}", "area", "period", "as-of"),
    PACK("/scorecards/{id}/pack", "area", "period", "as-of"),
    AREAS("/areas"),
    AREA("/areas/{id}"),
    CHANGES("/changes", "since"),
    SOURCES("/sources"),
    SOURCE("/sources/{id}"),
    YOUNG_PEOPLE("/young-people", "area"),
    WORDS("/words"),
    DATA("/data"),
    RUNS("/data/runs"),
    REJECTIONS("/data/rejections", "run", "page"),
    CONFLICTS("/data/conflicts", "indicator", "area", "page"),
    RELEASES("/data/releases"),
    RELEASE_DIFFERENCE("/data/releases/{id}"),
    ACCESSIBILITY("/accessibility");

    /** Names the release that a page is answered from. */
    static final String RELEASE = "release";

    /** The front page has no name that an ending could follow. */
    static final String FRONT_FILE = "/front";

    private final String pattern;
    /** Never changes: it is made by {@link List#of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> choices;

    /** The same with the release. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> pinnable;

    Route(String pattern, String... choices) {
        this.pattern = pattern;
        this.choices = List.of(choices);
        this.pinnable = Stream.concat(Stream.of(choices), Stream.of(RELEASE)).toList();
    }

    /** The address, with {@code {id}} where it names one of many. */
    public String pattern() {
        return pattern;
    }

    /** The address of a file of the page. */
    String pattern(FileForm form) {
        return (this == FRONT ? FRONT_FILE : pattern) + "." + form.suffix();
    }

    /** Why there are no files of the page's tables; none where there are. */
    public Optional<String> withoutFiles() {
        return switch (this) {
            case ACCESSIBILITY -> Optional.of("it has no figures and no list");
            case PACK -> Optional.of("the files of its scorecard hold its figures");
            default -> Optional.empty();
        };
    }

    /** The files of the page. */
    List<FileForm> files() {
        return this == PACK ? List.of(FileForm.PDF) : withoutFiles().isPresent() ? List.of() : FileForm.TABLES;
    }

    /** Names of the choices that count; whatever else an address holds is not read. */
    public List<String> choices() {
        return ofRelease() ? pinnable : choices;
    }

    /** The address of the page. */
    public Address address() {
        return new Address(this, "", Map.of());
    }

    /** The address of the page of one of many. */
    public Address of(String id) {
        return new Address(this, id, Map.of());
    }

    /** Whether pages change with the release only, and so can be kept until the next one. */
    boolean ofRelease() {
        return switch (this) {
            case RUNS, REJECTIONS, RELEASES, RELEASE_DIFFERENCE -> false;
            default -> true;
        };
    }
}
