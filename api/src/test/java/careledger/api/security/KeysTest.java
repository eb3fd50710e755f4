package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KeysTest {
    @TempDir
    Path data;

    @Test
    void keyIsShownOnceAndItsTextIsKeptNowhere() throws Exception {
        Run added = run("add", "--name", "Power BI, finance", "--role", "officer");

        KeySecret secret = new KeySecret(added.out().strip());
        assertThat(added.exit()).isZero();
        assertThat(secret.wellFormed()).isTrue();
        assertThat(added.err()).contains("shown this once").doesNotContain(secret.text());
        assertThat(file())
                .doesNotContain(secret.text())
                .doesNotContain(secret.text().substring(3));
        assertThat(run("list").out())
                .contains("Power BI, finance", "officer", "valid")
                .doesNotContain(KeySecret.PREFIX);
        assertThat(keys().of(secret)).get().extracting(ApiKey::role).isEqualTo(Role.OFFICER);
        assertThat(secret).hasToString("cl_…");
    }

    @Test
    void fileIsItsOwnersAlone() throws Exception {
        run("add", "--name", "first");
        run("add", "--name", "second");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("access/keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void revokedKeyIsNoLongerKnownAndStaysListed() {
        KeySecret secret = new KeySecret(run("add", "--name", "leaver").out().strip());
        String id = keys().all().get(0).id();
        Keys service = keys();
        assertThat(service.of(secret)).isPresent();

        Run revoked = run("revoke", id);

        assertThat(revoked.exit()).isZero();
        assertThat(service.of(secret)).isEmpty();
        assertThat(run("list").out()).contains(id, "revoked", "leaver");
    }

    @Test
    void unknownIdNamesTheNearest() {
        run("add", "--name", "one");
        String id = keys().all().get(0).id();

        Run revoked = run("revoke", id.substring(0, id.length() - 1));

        assertThat(revoked.exit()).isEqualTo(1);
        assertThat(revoked.err()).contains("There is no key").contains(id).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "line\nbreak", "\u001b[31mred", "\u202ereversed"})
    void nameThatWouldSpoilAListIsRefused(String name) {
        Run added = run("add", "--name", name);

        assertThat(added.exit()).isEqualTo(2);
        assertThat(added.out()).isEmpty();
        assertThat(keys().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--role=admin", "--expires=2020-01-01", "--expires=tomorrow"})
    void wrongUsageSaysWhatWasExpected(String option) {
        Run added = run("add", "--name", "x", option);

        assertThat(added.exit()).isEqualTo(2);
        assertThat(added.err()).containsAnyOf("READER, OFFICER, ENGINEER", "expected a day to come", "--expires");
    }

    @Test
    void keyEndsWithItsLastDay() {
        LocalDate last = LocalDate.parse("2030-06-30");
        ApiKey key =
                keys().add("to the end of June", Role.READER, Optional.of(last)).key();

        assertThat(key.expired(Instant.parse("2030-06-30T23:59:59Z"))).isFalse();
        assertThat(key.expired(Instant.parse("2030-07-01T00:00:00Z"))).isTrue();
    }

    @Test
    void keysMadeAtTheSameTimeAreAllKept() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        List<Callable<String>> work = IntStream.range(0, 12)
                .<Callable<String>>mapToObj(
                        i -> () -> run("add", "--name", "key " + i).out())
                .toList();

        Set<String> secrets = new HashSet<>();
        for (var added : hands.invokeAll(work)) {
            secrets.add(added.get());
        }
        hands.shutdown();

        assertThat(secrets).hasSize(12);
        assertThat(keys().all()).hasSize(12);
    }

    @Test
    void fileThatHoldsNoKeysSaysSo() throws Exception {
        Files.createDirectories(data.resolve("access"));
        Files.writeString(data.resolve("access/keys.json"), "{");

        Run listed = run("list");

        assertThat(listed.exit()).isEqualTo(1);
        assertThat(listed.err()).contains("keys.json does not hold keys").doesNotContain("\tat ");
    }

    private record Run(int exit, String out, String err) {}

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands =
                KeysCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        int exit = commands.execute(all);
        return new Run(exit, out.toString(), err.toString());
    }

    private Keys keys() {
        return new Keys(new KeyFile(data));
    }

    private String file() throws Exception {
        return Files.readString(data.resolve("access/keys.json"));
    }
}
