package careledger.release.run;

import careledger.release.file.DurableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of a data folder where a folder should be, and the reverse: no command can work then. */
final class MisplacedEntries {
    /** Each is made again where it is missing; {@code releases} holds what cannot be made again. */
    private static final List<String> FOLDERS = List.of(
            "releases",
            "runs",
            "parsed",
            "kept",
            "delivered",
            "holds",
            "staging",
            "scratch",
            "told",
            "serving",
            "downloads");

    private static final List<String> FILES = List.of("LOCK", "LOCK.holder", "following.json");
    private static final String ASIDE = ".misplaced";

    private MisplacedEntries() {}

    /** What runs and services must be able to write to, where it is there. */
    static List<String> written() {
        List<String> names = new ArrayList<>(FOLDERS);
        names.add("access");
        names.add("LOCK");
        return names;
    }

    static List<Finding> findings(Path data) {
        List<Finding> findings = new ArrayList<>();
        for (String name : FOLDERS) {
            if (fileInstead(data.resolve(name))) {
                findings.add(finding(
                        name,
                        "It is a file; expected a folder, so that no command can work here.",
                        name.equals("releases") ? " Then bring the releases back from a backup, or load again." : ""));
            }
        }
        for (String name : FILES) {
            if (Files.isDirectory(data.resolve(name))) {
                findings.add(finding(
                        name, "It is a folder; expected a file, so that commands which change something stop.", ""));
            }
        }
        return findings;
    }

    private static Finding finding(String name, String problem, String more) {
        return new Finding(name, problem, "--heal renames it to " + name + ASIDE + "; it is made again." + more, true);
    }

    /** @return what was done, in words */
    static List<String> moveAside(Path data) {
        List<String> done = new ArrayList<>();
        for (Finding finding : findings(data)) {
            String free = finding.place() + ASIDE;
            for (int number = 2; Files.exists(data.resolve(free)); number++) {
                free = finding.place() + ASIDE + "-" + number;
            }
            DurableFiles.rename(data.resolve(finding.place()), data.resolve(free));
            done.add(finding.place() + " was renamed to " + free + ".");
        }
        return done;
    }

    private static boolean fileInstead(Path path) {
        return Files.exists(path) && !Files.isDirectory(path);
    }
}
