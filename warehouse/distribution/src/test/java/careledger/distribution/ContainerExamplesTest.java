package careledger.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/container, as they are written, in namespaces of their own. It needs the rights to make them, which a
 * build on a machine of developers, or within a container, may not have: it is skipped there.
 */
final class ContainerExamplesTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path EXAMPLES = CHECKOUT.resolve("docs/container");
    private static final Path OPERATIONS = CHECKOUT.resolve("docs/operations.md");
    private static final int OK = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ContainerImage image;

    @SuppressWarnings("NullAway.Init")
    private static List<Yaml> objects;

    @BeforeAll
    static void build() throws Exception {
        String obstacle = Container.obstacle();
        assumeTrue(obstacle.isEmpty(), "needs a user that may make namespaces: " + obstacle);
        objects = Yaml.documents(Files.readString(EXAMPLES.resolve("kubernetes.yaml")));
        image = ContainerImage.build(EXAMPLES.resolve("Dockerfile"), CHECKOUT, folder);
    }

    @Test
    @Thorough
    void imageServesItsDeliveriesAndStopsCleanly() throws Exception {
        Path volume = Files.createDirectories(folder.resolve("image-srv"));
        owned(volume);
        Container container = image.container().mounting(volume);

        Process service = container.start(image.started(List.of()), folder.resolve("image.log"));
        try {
            awaitReady(service, "/actuator/health/readiness", 8080);
            assertThat(Container.get(
                            service,
                            8080,
                            "/api/q/observations.csv?indicators=cic_count&areas=E10000018&periods=2020-03-31"))
                    .contains("654");
            assertThat(container.run(
                            image.started(List.of("releases", "--data", "/srv/data")),
                            folder.resolve("releases.log"),
                            0))
                    .contains("observations");

            assertThat(Container.stop(service)).isEqualTo(143);
        } finally {
            service.destroyForcibly();
        }
        assertThat(container.root().resolve("tmp")).isEmptyDirectory();
        assertThat(scratch(volume)).isEmpty();
    }

    @Test
    @Thorough
    void podsOfTheExampleShareAVolume() throws Exception {
        Yaml job = object("CronJob").at("spec", "jobTemplate", "spec", "template", "spec");
        Yaml deployment = object("Deployment").at("spec", "template", "spec");
        assertThat(deployment.at("volumes")).isEqualTo(job.at("volumes"));
        assertThat(object("PersistentVolumeClaim").at("metadata", "name"))
                .isEqualTo(job.at("volumes", 0, "persistentVolumeClaim", "claimName"));
        Path volume = Files.createDirectories(folder.resolve("srv"));
        copy(CHECKOUT.resolve("etl/extracts/2008"), volume.resolve("extracts/2008"));
        owned(volume);
        Container serving = pod(deployment, volume);
        Container running = pod(job, volume);

        Process service = serving.start(command(deployment), folder.resolve("deployment.log"));
        try {
            Yaml container = deployment.at("containers", 0);
            await(service, container.at("startupProbe"));
            await(service, container.at("readinessProbe"));
            String first = Files.readString(volume.resolve("data/CURRENT"));
            Path build = Files.createDirectories(volume.resolve("data/serving"));
            long built = files(build);

            copy(CHECKOUT.resolve("etl/extracts/2016"), volume.resolve("extracts/2016"));
            owned(volume);
            Process run = running.start(command(job), folder.resolve("job.log"));
            awaitRun(service, "RUNNING");
            assertThat(files(volume.resolve("data/serving"))).isGreaterThanOrEqualTo(built);
            Process second = running.start(command(job), folder.resolve("second-job.log"));
            assertThat(second.waitFor()).as(said("second-job.log")).isZero();
            assertThat(said("second-job.log")).contains("Another run is at work");
            assertThat(run.waitFor()).as(said("job.log")).isZero();
            while (state(service, "PUBLISHED") < 2) {
                pause(service);
            }
            assertThat(Files.readString(volume.resolve("data/CURRENT"))).isNotEqualTo(first);
            assertThat(status(service, container.at("livenessProbe"))).isEqualTo(OK);

            copy(CHECKOUT.resolve("etl/extracts/2019-09"), volume.resolve("extracts/2019-09"));
            owned(volume);
            Process killed = running.start(command(job), folder.resolve("killed-job.log"));
            awaitRun(service, "RUNNING");
            Container.kill(killed);
            while (state(service, "FAILED") < 1) {
                pause(service);
            }
            assertThat(Container.stop(service)).isEqualTo(143);
        } finally {
            service.destroyForcibly();
        }
        running.run(command(job), folder.resolve("last-job.log"), 0);
        assertThat(scratch(volume)).isEmpty();
        assertThat(image.container().root().resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void whatAUserMayNotDoOrHasNoMemoryForIsSaid() throws Exception {
        Path volume = Files.createDirectories(folder.resolve("forbidden-srv"));
        copy(CHECKOUT.resolve("etl/extracts/2008"), volume.resolve("extracts/2008"));
        List<String> run =
                image.started(List.of("etl", "run", "--quiet", "--data", "/srv/data", "--extracts", "/srv/extracts"));
        Container forbidden = image.container().mounting(volume);
        Path log = folder.resolve("forbidden.log");

        assertThat(forbidden.run(run, log, 1)).contains("/srv/data", "permission denied");
        Files.createDirectories(volume.resolve("data"));
        assertThat(forbidden.run(run, log, 1)).contains("/srv/data", "permission denied");
        owned(volume);
        assertThat(forbidden.with("CARELEDGER_ETL_MEMORY", "100m").run(run, log, 1))
                .contains("not enough memory", "CARELEDGER_ETL_MEMORY=2g")
                .doesNotContain("\tat ");
    }

    /** As cron does: with a shell, a short PATH and the variables of the file, and nothing else. */
    @Test
    void lineForCronRunsAsItIsWritten() throws Exception {
        List<String> lines = OperationsExamples.below(OPERATIONS, "Schedule outside")
                .get(0)
                .lines()
                .toList();
        String line = lines.get(lines.size() - 1);
        String[] fields = line.split("\\s+", 7);
        assertThat(fields[5]).isEqualTo("ledger");
        Container cron = withoutEnvironment(image.container())
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", "/srv")
                .with("LOGNAME", fields[5])
                .in("/srv");
        for (String variable : lines.subList(0, lines.size() - 1)) {
            cron = cron.with(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        assumeTrue(
                Files.isDirectory(Path.of(cron.environment().get("JAVA_HOME"))),
                "needs a JDK at " + cron.environment().get("JAVA_HOME"));
        Path volume = Files.createDirectories(folder.resolve("cron-srv"));
        copy(CHECKOUT.resolve("etl/extracts/2008"), volume.resolve("care-ledger/extracts/2008"));
        owned(volume);
        List<String> command = List.of(cron.environment().get("SHELL"), "-c", fields[6]);

        assertThat(cron.mounting(volume).run(command, folder.resolve("cron.log"), 0))
                .as("what cron would send by mail")
                .isEmpty();
        assertThat(volume.resolve("care-ledger/data/CURRENT")).exists();
        assertThat(cron.root().resolve("tmp")).isEmptyDirectory();

        Files.writeString(volume.resolve("care-ledger/data/LOCK.holder"), "process 1 since now\nanother machine\n");
        assertThat(cron.mounting(volume).run(command, folder.resolve("cron.log"), 0))
                .contains("Another run is at work");
    }

    @Test
    @Thorough
    void backupAndRestoreAreAsWritten() throws Exception {
        Path volume = Files.createDirectories(folder.resolve("backup-srv"));
        copy(CHECKOUT.resolve("etl/extracts/2008"), volume.resolve("care-ledger/extracts/2008"));
        owned(volume);
        Path backups = Files.createDirectories(image.container().root().resolve("backup"));
        owned(backups);
        Container machine = image.container().mounting(volume).in("/opt/care-ledger");
        Path log = folder.resolve("backup.log");
        String folders = " --data /srv/care-ledger/data --extracts /srv/care-ledger/extracts";
        shell(machine, "./careledger etl run --quiet" + folders, log);
        shell(machine, "./careledger keys add --name Board --data /srv/care-ledger/data", log);
        List<String> blocks = OperationsExamples.below(OPERATIONS, "Backup and restore");
        Path data = volume.resolve("care-ledger/data");
        String backedUp = Files.readString(data.resolve("CURRENT"));

        // Another release is published after the first step of the backup.
        String[] steps = blocks.get(0).split("\n", 3);
        shell(machine, steps[0] + "\n" + steps[1], log);
        copy(CHECKOUT.resolve("etl/extracts/2016"), volume.resolve("care-ledger/extracts/2016"));
        shell(machine, "./careledger etl run --quiet" + folders, log);
        assertThat(Files.readString(data.resolve("CURRENT"))).isNotEqualTo(backedUp);
        shell(machine, steps[2], log);
        Path damaged;
        try (Stream<Path> files = Files.walk(data.resolve("releases"))) {
            damaged = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.writeString(damaged, "what a disk leaves");
        Files.delete(data.resolve("access/keys.json"));
        shell(machine, blocks.get(1), log);

        assertThat(Files.readString(data.resolve("CURRENT"))).isEqualTo(backedUp);
        assertThat(shell(machine, "./careledger keys list --data /srv/care-ledger/data", log))
                .contains("Board");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("access/keys.json"))))
                .isEqualTo("rw-------");
        assertThat(shell(machine, "./careledger etl run" + folders, log)).contains("PUBLISHED");
    }

    /** Takes many minutes. */
    @Retention(RetentionPolicy.RUNTIME)
    @EnabledIfSystemProperty(named = "careledger.examples.run", matches = "true", disabledReason = "run with -Pchaos")
    private @interface Thorough {}

    private static String shell(Container machine, String commands, Path log) throws IOException, InterruptedException {
        return machine.run(List.of("/bin/bash", "-ec", commands), log, 0);
    }

    private static Container withoutEnvironment(Container container) {
        return new Container(
                container.root(),
                container.volume(),
                container.readOnly(),
                container.user(),
                container.group(),
                container.folder(),
                Map.of());
    }

    private static Yaml object(String kind) {
        return objects.stream()
                .filter(one -> one.at("kind").text().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** As the pod's settings of security say. */
    private static Container pod(Yaml spec, Path volume) {
        Yaml security = spec.at("securityContext");
        Yaml own = spec.at("containers", 0);
        Container pod = image.container()
                .mounting(volume)
                .as(security.at("runAsUser").number(), security.at("runAsGroup").number());
        assertThat(own.at("volumeMounts", 0, "mountPath").text()).isEqualTo("/srv");
        if (own.has("env")) {
            for (Yaml variable : own.at("env").list()) {
                pod = pod.with(variable.at("name").text(), variable.at("value").text());
            }
        }
        return own.at("securityContext", "readOnlyRootFilesystem").text().equals("true") ? pod.withReadOnlyRoot() : pod;
    }

    /** A pod's command takes the place of the image's entry point, its arguments that of the image's command. */
    private static List<String> command(Yaml spec) {
        Yaml own = spec.at("containers", 0);
        List<String> arguments = own.at("args").texts();
        return own.has("command")
                ? Stream.concat(own.at("command").texts().stream(), arguments.stream())
                        .toList()
                : image.started(arguments);
    }

    private static void await(Process service, Yaml probe) throws IOException, InterruptedException {
        while (status(service, probe) != OK) {
            pause(service);
        }
    }

    private static int status(Process service, Yaml probe) throws IOException, InterruptedException {
        Yaml get = probe.at("httpGet");
        return status(
                Container.get(service, get.at("port").number(), get.at("path").text()));
    }

    private static void awaitReady(Process service, String path, int port) throws IOException, InterruptedException {
        while (status(Container.get(service, port, path)) != OK) {
            pause(service);
        }
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/") ? Integer.parseInt(answer.split(" ", 3)[1]) : 0;
    }

    private static void awaitRun(Process service, String wanted) throws IOException, InterruptedException {
        while (state(service, wanted) < 1) {
            pause(service);
        }
    }

    /** How many runs the service shows in a state. */
    private static long state(Process service, String state) throws IOException, InterruptedException {
        return Container.get(service, 8080, "/api/q/runs.csv")
                .lines()
                .filter(line -> line.contains(state))
                .count();
    }

    private static void pause(Process service) throws IOException {
        if (!service.isAlive()) {
            throw new IOException("The service ended: " + said("deployment.log") + said("image.log"));
        }
        LockSupport.parkNanos(200_000_000);
    }

    private static String said(String log) throws IOException {
        Path file = folder.resolve(log);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** As fsGroup gives a volume to the group; an engine gives a new volume to the user of the image. */
    private static void owned(Path volume) throws IOException, InterruptedException {
        Process change = new ProcessBuilder("chown", "-R", "10001:10001", volume.toString())
                .inheritIO()
                .start();
        assertThat(change.waitFor()).isZero();
        Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwxr-x"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static long files(Path below) throws IOException {
        try (Stream<Path> all = Files.list(below)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static List<Path> scratch(Path volume) throws IOException {
        Path scratch = volume.resolve("data/scratch");
        if (!Files.exists(scratch)) {
            return List.of();
        }
        try (Stream<Path> left = Files.list(scratch)) {
            return left.toList();
        }
    }
}
