package careledger.release.run;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.json.Json;
import careledger.release.store.DataLock;
import careledger.release.store.DerivedFiles;
import careledger.release.store.MisnamedReleases;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.schema.star.StarSchema;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Looks for everything that can be wrong with a data folder, and puts right what needs no person's decision. */
public final class Doctor {
    private static final long ROOM = 100L * 1024 * 1024;
    private static final String RUN = "Run `./careledger etl run`: it makes the release again, and compares it with ";

    private final Path data;
    private final Releases releases;
    private final RunRecords records;

    public Doctor(Path data) {
        this.data = data.toAbsolutePath().normalize();
        this.releases = new Releases(this.data);
        this.records = new RunRecords(this.data);
    }

    /** Files where folders should be, and the reverse; nothing else can be looked at before they are gone. */
    public List<Finding> misplaced() {
        return MisplacedEntries.findings(data);
    }

    /**
     * Renames what is misplaced, so that the lock of the folder can be taken.
     *
     * @return what was done, in words
     */
    public List<String> moveAside() {
        return MisplacedEntries.moveAside(data);
    }

    /** Everything that is wrong; nothing where all is well. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(misplaced());
        if (!findings.isEmpty()) {
            return findings;
        }
        disk(findings);
        permissions(findings);
        if (MisplacedEntries.written().stream()
                .map(data::resolve)
                .anyMatch(entry -> Files.isDirectory(entry) && !Files.isReadable(entry))) {
            return findings; // nobody can say what is in there
        }
        current(findings);
        releases(findings);
        rolledBack(findings);
        keys(findings);
        DerivedFiles.check(data).forEach((path, problem) -> {
            if (!problem.isEmpty()) {
                findings.add(new Finding(path, problem, "--heal deletes it; the service makes it again.", true));
            }
        });
        records.damaged()
                .forEach((run, problem) -> findings.add(new Finding(
                        "runs/" + run + ".json",
                        problem,
                        "--heal renames it, so that it is no longer read; no figure depends on it.",
                        true)));
        records.list().stream()
                .filter(run -> run.message().equals(Optional.of(RunRecord.NO_RESULT))
                        && run.finishedAt().isEmpty())
                .forEach(run -> findings.add(new Finding(
                        "runs/" + run.id() + ".json",
                        "The run was killed, and what it left has not been cleared away yet.",
                        "--heal clears it away, as the next run does.",
                        true)));
        return findings;
    }

    /**
     * Puts right what can be.
     *
     * @return what was done, in words
     */
    public List<String> heal(DataLock lock) {
        lock.require(data);
        List<String> done = new ArrayList<>();
        UnfinishedRuns unfinished = new UnfinishedRuns(data);
        unfinished.free(lock);
        MisnamedReleases.rename(lock, data)
                .forEach((folder, name) ->
                        done.add("releases/" + folder + " was renamed to " + name + ", the release that it holds."));
        DerivedFiles.removeDamaged(data).forEach(path -> done.add(path + " was deleted; the service makes it again."));
        for (String run : records.damaged().keySet()) {
            Path file = data.resolve("runs").resolve(run + ".json");
            DurableFiles.rename(file, file.resolveSibling(run + ".json.damaged"));
            done.add("runs/" + run + ".json was renamed to " + run + ".json.damaged.");
        }
        if (!rolledBackProblem().isEmpty()) {
            delete(data.resolve("ROLLED_BACK"));
            done.add("ROLLED_BACK was deleted; the next run may publish.");
        }
        if (currentMissing() || releases.currentProblem().isPresent()) {
            newestSound().ifPresent(release -> {
                releases.repairCurrent(lock, release.id());
                done.add("CURRENT names the newest sound release again: " + release.id() + ".");
            });
        }
        unfinished.settle(lock);
        return done;
    }

    private void disk(List<Finding> findings) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < ROOM) {
                findings.add(new Finding(
                        ".",
                        "Only " + free / (1024 * 1024) + " MB are free on the disk; a run needs at least "
                                + ROOM / (1024 * 1024) + " MB.",
                        "Delete what is not needed, or run `./careledger prune --keep 3`, which works on a full disk.",
                        false));
            }
            if (!Files.isWritable(data)) {
                findings.add(new Finding(
                        ".",
                        "The folder cannot be written to by this user: permission denied.",
                        "Let the user of the service own the folder, or mount it for writing.",
                        false));
            }
        } catch (IOException e) {
            findings.add(
                    new Finding(".", "The folder cannot be read: " + Failures.reason(e) + ".", "Check --data.", false));
        }
    }

    /** Somebody else may own a part of the folder, as after a run by hand as another user. */
    private void permissions(List<Finding> findings) {
        for (String name : MisplacedEntries.written()) {
            Path entry = data.resolve(name);
            if (Files.exists(entry) && !(Files.isReadable(entry) && Files.isWritable(entry))) {
                findings.add(new Finding(
                        name,
                        "This user may not " + (Files.isReadable(entry) ? "write to" : "read")
                                + " it: permission denied.",
                        "Let the user of the service own all of the data folder, as with `chown -R ledger " + data
                                + "`.",
                        false));
            }
        }
    }

    private void current(List<Finding> findings) {
        Optional<String> sound = newestSound().map(Release::id);
        String remedy = sound.map(id -> "--heal names the newest sound release, " + id + ".")
                .orElse("No sound release is left: restore a backup, or run `./careledger etl run --accept"
                        + " nothing-to-compare`.");
        releases.currentProblem()
                .ifPresent(problem -> findings.add(new Finding("CURRENT", problem, remedy, sound.isPresent())));
        if (currentMissing()) {
            String problem = releases.namedId()
                    .map(id -> "It names release '" + id + "', which does not exist.")
                    .orElse("It does not exist, but there are releases.");
            findings.add(new Finding("CURRENT", problem, remedy, sound.isPresent()));
        }
    }

    private void releases(List<Finding> findings) {
        Optional<String> current = releases.namedId();
        Optional<String> sound = newestSound().map(Release::id);
        SortedMap<String, String> misnamed = MisnamedReleases.find(data);
        releases.verifyAll().forEach((id, problems) -> {
            if (problems.isEmpty()
                    || !Files.isDirectory(data.resolve("releases").resolve(id))) {
                return;
            }
            String remedy;
            if (misnamed.containsKey(id)) {
                remedy = "--heal renames the folder to " + misnamed.get(id) + ", the release that it holds.";
            } else if (current.equals(Optional.of(id))) {
                remedy = RUN
                        + sound.map(other -> "release " + other + ". Until then `./careledger rollback " + other
                                        + "` serves that one.")
                                .orElse("nothing, unless a backup is restored.");
            } else if (releases.damagedManifests().contains(id)) {
                remedy =
                        "It is not served. `./careledger prune --keep 10` removes it, whatever the number; a backup restores it.";
            } else {
                remedy =
                        "It is not served. Restore it from a backup, or remove it: `./careledger prune --keep N`, with the"
                                + " number of newer releases.";
            }
            findings.add(new Finding("releases/" + id, String.join(" ", problems), remedy, misnamed.containsKey(id)));
        });
    }

    private void rolledBack(List<Finding> findings) {
        String problem = rolledBackProblem();
        if (!problem.isEmpty()) {
            findings.add(new Finding("ROLLED_BACK", problem, "--heal deletes it; the next run may publish.", true));
        }
    }

    /** Without them nobody gets in who has a key; that they are lost is for a person to decide. */
    private void keys(List<Finding> findings) {
        Path file = data.resolve("access").resolve("keys.json");
        String problem;
        try {
            if (!Files.exists(file)
                    || Json.tree(Files.readString(file)).path("keys").isArray()) {
                return;
            }
            problem = file + " does not hold keys.";
        } catch (JsonProcessingException e) {
            problem = file + " does not hold keys: it is not JSON.";
        } catch (IOException e) {
            problem = file + " cannot be read: " + Failures.reason(e) + ".";
        }
        findings.add(new Finding(
                "access/keys.json",
                problem,
                "Restore it from a backup, as its owner; or delete it, and give out new keys with `./careledger keys add`.",
                false));
    }

    private String rolledBackProblem() {
        try {
            releases.rolledBack();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean currentMissing() {
        if (releases.currentProblem().isPresent()) {
            return false;
        }
        boolean unnamed = releases.namedId().isEmpty()
                && !releases.list().isEmpty()
                && releases.namedId().isEmpty();
        return unnamed || releases.missingCurrent().isPresent();
    }

    private Optional<Release> newestSound() {
        return releases.list().stream()
                .filter(release -> !release.current())
                .filter(release -> releases.intact(release, StarSchema.TABLES))
                .findFirst();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted: " + Failures.reason(e) + ".", e);
        }
    }
}
