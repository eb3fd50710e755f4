package careledger.schema.catalogue;

import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ids that were replaced, in the program's own {@code replaced-ids.yaml} and in one that a council may keep for the
 * entries that its deliveries add.
 */
public record ReplacedIds(List<ReplacedId> all) {
    public static final ReplacedIds NONE = new ReplacedIds(List.of());

    private static final String FILE = "replaced-ids.yaml";

    public ReplacedIds {
        all = List.copyOf(all);
    }

    /** Those of the program. */
    public static ReplacedIds builtIn() {
        try (InputStream in = ReplacedIds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "There is no " + FILE + " next to " + ReplacedIds.class.getName() + ".");
            }
            return parse(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalArgumentException that says everything that is wrong, each with its line */
    public static ReplacedIds read(Path path) {
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file of replaced ids '" + path + "' cannot be read; expected a YAML file in UTF-8", e);
        }
    }

    /** @throws IllegalArgumentException that says everything that is wrong, each with its line */
    static ReplacedIds parse(String name, String text) {
        YamlFile file = YamlFile.parse(name, text);
        List<ReplacedId> all = new ArrayList<>();
        for (YamlMap entry : file.root().maps("replaced")) {
            ReplacedId replaced =
                    new ReplacedId(entry.constant("kind", IdKind.class), entry.text("former"), entry.text("now"));
            if (all.stream().anyMatch(one -> same(one, replaced.kind(), replaced.former()))) {
                entry.problem("former", "'" + replaced.former() + "' is here twice; an id is replaced by one other.");
            }
            all.add(replaced);
            if (new ReplacedIds(all).following(replaced).isEmpty()) {
                entry.problem("now", "'" + replaced.now() + "' leads back to '" + replaced.former() + "'.");
            }
            entry.finish();
        }
        file.root().finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    "; ", file.problems().stream().map(Objects::toString).toList()));
        }
        return new ReplacedIds(all);
    }

    /** These and others; where both replace an id, these hold. */
    public ReplacedIds and(ReplacedIds others) {
        return new ReplacedIds(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /**
     * The id under which something is known: itself, or what replaced it, or, in figures from before it was replaced, what
     * it replaced.
     *
     * @return empty where none of them is known
     */
    public Optional<ReplacedId> known(IdKind kind, String id, Predicate<String> known) {
        Set<String> seen = new HashSet<>(Set.of(id));
        List<String> next = List.of(id);
        while (!next.isEmpty()) {
            Optional<String> found = next.stream().filter(known).findFirst();
            if (found.isPresent()) {
                return Optional.of(new ReplacedId(kind, id, found.get()));
            }
            next = next.stream()
                    .flatMap(one -> all.stream()
                            .filter(replaced -> replaced.kind() == kind)
                            .flatMap(replaced -> replaced.former().equals(one)
                                    ? Stream.of(replaced.now())
                                    : replaced.now().equals(one) ? Stream.of(replaced.former()) : Stream.empty()))
                    .filter(seen::add)
                    .toList();
        }
        return Optional.empty();
    }

    /** The last id of a chain; empty where it goes round. */
    private Optional<String> following(ReplacedId first) {
        Set<String> seen = new HashSet<>(Set.of(first.former()));
        String now = first.now();
        while (seen.add(now)) {
            String id = now;
            Optional<ReplacedId> next =
                    all.stream().filter(one -> same(one, first.kind(), id)).findFirst();
            if (next.isEmpty()) {
                return Optional.of(now);
            }
            now = next.get().now();
        }
        return Optional.empty();
    }

    private static boolean same(ReplacedId one, IdKind kind, String former) {
        return one.kind() == kind && one.former().equals(former);
    }
}
