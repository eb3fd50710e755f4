package careledger.etl.store;

import careledger.release.file.Digest;
import careledger.release.file.Failures;
import careledger.release.run.Finding;
import careledger.release.store.Manifest;
import careledger.release.store.ReleaseImport;
import careledger.release.store.ReleasedFile;
import careledger.release.store.UnreadableReleaseException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the release that a store publishes, so that it cannot be fetched. */
public final class StoreCheck {
    private final ReleaseStore store;

    public StoreCheck(ReleaseStore store) {
        this.store = store;
    }

    /** Everything that is wrong; every file of the newest release is read and hashed. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(newest());
        try {
            store.leftBehind()
                    .forEach(path -> findings.add(new Finding(
                            store.toString(),
                            path + " was left by a publisher that was killed; no reader looks at it.",
                            "--heal deletes it, as the next publication does.",
                            true)));
        } catch (IOException e) {
            return findings; // the store cannot be listed, which is a finding already
        }
        return findings;
    }

    private List<Finding> newest() {
        try {
            Published last = store.last();
            if (last.nothing()) {
                return List.of(finding("No release is published there.", "Run `./careledger publish " + store + "`."));
            }
            if (last.release().isEmpty()) {
                return List.of(finding(
                        ReleaseStore.nameOf(last.number()) + " does not hold the id of a release.",
                        "Run `./careledger publish " + store
                                + "` where releases are loaded; it follows with the next number."));
            }
            return release(last.release());
        } catch (IOException e) {
            return List.of(finding(
                    "It cannot be reached: " + Failures.reason(e) + ".",
                    "Check the address, the network, and who one is there; what is served here stays."));
        }
    }

    private List<Finding> release(String id) throws IOException {
        String home = "releases/" + id + "/";
        Optional<byte[]> text = store.read(home + Manifest.FILE);
        String again = "Run `./careledger publish " + store + "` where the release was loaded: it writes again what is"
                + " not what was published.";
        if (text.isEmpty()) {
            return List.of(finding(home + Manifest.FILE + " is missing.", again));
        }
        Manifest manifest;
        try {
            manifest = ReleaseImport.manifest(text.get(), store.addressOf(home + Manifest.FILE));
        } catch (UnreadableReleaseException e) {
            return List.of(finding(String.valueOf(e.getMessage()), again));
        }
        List<Finding> findings = new ArrayList<>();
        for (ReleasedFile file : manifest.allFiles()) {
            Digest digest = new Digest();
            try (InputStream in = digest.over(store.open(home + file.path()))) {
                in.transferTo(OutputStream.nullOutputStream());
                if (!digest.hex().equals(file.sha256())) {
                    findings.add(finding(home + file.path() + " is not what was published.", again));
                }
            } catch (FileNotFoundException e) {
                findings.add(finding(home + file.path() + " is missing.", again));
            }
        }
        return findings;
    }

    private Finding finding(String problem, String remedy) {
        return new Finding(store.toString(), problem, remedy, false);
    }
}
