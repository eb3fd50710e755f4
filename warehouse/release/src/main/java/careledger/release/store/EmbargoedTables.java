package careledger.release.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second complete set of tables within a release, which takes the place of the first when an embargo ends. It lies in a
 * folder of its own, and nothing of it is read before that moment.
 *
 * @param until the moment at which the embargo ends
 * @param tables with the paths of their files below the set's own folder
 */
public record EmbargoedTables(Instant until, List<ReleasedTable> tables) {
    private static final String FOLDER = "embargoed";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("(.+)-from-\\d{8}T\\d{6}Z");

    public EmbargoedTables {
        Objects.requireNonNull(until, "until");
        tables = List.copyOf(tables);
    }

    /** The folder of all such sets below a release's folder. */
    static Path home(Path release) {
        return release.resolve(FOLDER);
    }

    /** The folder of the set that answers from a moment on. */
    static Path folder(Path release, Instant until) {
        return home(release).resolve(STAMP.format(until));
    }

    /** The moment that a folder is named after. */
    static Instant until(Path folder) {
        return STAMP.parse(folder.getFileName().toString(), Instant::from);
    }

    /** The path of a file of the set below the release's folder. */
    String path(ReleasedFile file) {
        return FOLDER + "/" + STAMP.format(until) + "/" + file.path();
    }

    /** The id of the release whose folder the set of this id lies in; empty where it is no id of such a set. */
    static Optional<String> homeOf(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    boolean isDue(Instant now) {
        return !until.isAfter(now);
    }

    /** The set as the release that it is from the end of the embargo on. */
    Release in(Release home, boolean current) {
        Manifest whole = home.manifest();
        Manifest own = new Manifest(
                whole.schemaVersion(),
                home.id() + "-from-" + STAMP.format(until),
                whole.sequence(),
                until.isBefore(whole.createdAt()) ? whole.createdAt() : until,
                whole.run(),
                whole.inputDigest(),
                tables,
                List.of());
        return new Release(own.id(), folder(home.dir(), until), own, current);
    }
}
