package careledger.etl.command;

import careledger.etl.run.KeptDeliveriesCheck;
import careledger.etl.store.ReleaseStore;
import careledger.etl.store.StoreCheck;
import careledger.release.json.Json;
import careledger.release.run.Doctor;
import careledger.release.run.Finding;
import careledger.release.run.StoreContact;
import careledger.release.store.DataLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor [--heal]}: what is wrong with the data folder, and what to do about it. */
@Command(
        name = "doctor",
        description = "Looks for everything that can be wrong with the data folder, and says what to do. Exit code 0:"
                + " nothing is wrong, or everything was put right; 1: something is wrong; 3: a run is in progress.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Option(
            names = "--heal",
            description =
                    "Put right what needs no decision: clear away what killed runs left, delete derived files that"
                            + " are damaged, and name the newest sound release in a CURRENT that cannot be read.")
    private boolean heal;

    @Option(
            names = "--store",
            paramLabel = "ADDRESS",
            converter = FolderAddress.class,
            description = "Look at this store, too (default: the one that the data folder follows).")
    private @Nullable URI store;

    @Mixin
    private final HadoopOptions hadoop = new HadoopOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Doctor doctor = new Doctor(directories.data());
        if (heal) {
            healed(doctor.moveAside());
            try (DataLock lock = DataLock.take(directories.data())) {
                healed(doctor.heal(lock));
                healed(new KeptDeliveriesCheck(directories.data()).heal(lock));
            }
        }
        Optional<URI> address = address();
        if (heal) {
            address.ifPresent(this::healStore);
        }
        List<Finding> findings = new ArrayList<>(doctor.findings());
        if (doctor.misplaced().isEmpty()) {
            findings.addAll(new KeptDeliveriesCheck(directories.data()).findings());
        }
        address.ifPresent(one -> findings.addAll(stored(one)));
        if (directories.json()) {
            out.print(Json.pretty(findings));
        } else if (findings.isEmpty()) {
            out.println("Nothing is wrong with " + directories.data() + ".");
        } else {
            findings.forEach(finding -> out.println(
                    finding.place() + ": " + finding.problem() + System.lineSeparator() + "  -> " + finding.remedy()));
        }
        out.flush();
        return findings.isEmpty() ? CareLedger.DONE : CareLedger.FAILED;
    }

    private Optional<URI> address() {
        return Optional.ofNullable(store).or(() -> StoreContact.read(directories.data())
                .map(StoreContact::store)
                .filter(FolderAddress::isAddress)
                .map(new FolderAddress()::convert));
    }

    /** A store that cannot be reached is a finding. */
    private void healStore(URI address) {
        try (ReleaseStore opened = ReleaseStore.open(address, hadoop.settings(spec))) {
            healed(opened.sweep().stream()
                    .map(path -> path + " of " + address + " was deleted; a publisher that was killed had left it.")
                    .toList());
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("careledger: " + address + " cannot be swept: " + CareLedger.reason(e) + ".");
            spec.commandLine().getErr().flush();
        }
    }

    private void healed(List<String> done) {
        done.forEach(one -> spec.commandLine().getErr().println("healed: " + one));
        spec.commandLine().getErr().flush();
    }

    private List<Finding> stored(URI address) {
        try (ReleaseStore opened = ReleaseStore.open(address, hadoop.settings(spec))) {
            return new StoreCheck(opened).findings();
        } catch (IOException e) {
            return List.of(new Finding(
                    address.toString(),
                    "It cannot be reached: " + CareLedger.reason(e) + ".",
                    "Check the address, the network, and who one is there; what is served here stays.",
                    false));
        }
    }
}
