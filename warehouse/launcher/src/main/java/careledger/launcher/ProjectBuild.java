package careledger.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Builds a checkout where its sources are newer than what was built. */
final class ProjectBuild {
    private static final List<String> MODULES =
            List.of("schema", "warehouse/release", "warehouse/answers", "warehouse/launcher", "etl", "api");

    private final Installation installation;
    private final JavaProcess java;
    private final boolean never;

    /** @param never whether Maven must not be started, because the caller promised a built program */
    ProjectBuild(Installation installation, JavaProcess java, boolean never) {
        this.installation = installation;
        this.java = java;
        this.never = never;
    }

    /** @throws LaunchException where the build fails, or nothing is built and nothing may be built */
    void bringUpToDate() {
        if (!installation.checkout()) {
            return;
        }
        if (never) {
            if (!Files.exists(built())) {
                throw new LaunchException(
                        1,
                        "careledger: nothing is built in " + installation.home()
                                + ", and CARELEDGER_BUILD=never. Run ./careledger build first.");
            }
            return;
        }
        if (stale()) {
            build();
        }
    }

    private void build() {
        System.err.println("Building Care Ledger (the first time, Maven fetches its libraries, some minutes) ...");
        String maven = installation
                .home()
                .resolve(Installation.windows() ? "mvnw.cmd" : "mvnw")
                .toString();
        int exitCode = Child.run(
                installation.home(),
                List.of(
                        maven,
                        "-B",
                        "-q",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true",
                        "-Dcareledger.zip.skip=true",
                        "package"));
        if (exitCode != 0) {
            throw new LaunchException(1, "careledger: the build failed; Maven's messages are above.");
        }
        recordClasses();
        try {
            Files.writeString(built(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recordClasses() {
        try {
            Files.deleteIfExists(installation.classArchive("etl"));
            Files.deleteIfExists(installation.classArchive("api"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Child.runQuietly(
                installation.home(),
                java.recordingClasses(
                        "etl",
                        "careledger.etl.command.CareLedger",
                        List.of(),
                        List.of(
                                "releases",
                                "--data",
                                installation.home().resolve("etl/target/none").toString())));
        Child.runQuietly(
                installation.home(),
                java.recordingClasses(
                        "api",
                        "careledger.api.CareLedgerApplication",
                        List.of("-Dspring.context.exit=onRefresh"),
                        List.of("--careledger.data=" + installation.home().resolve("api/target/none"))));
    }

    private Path built() {
        return installation.home().resolve("etl/target/.built");
    }

    private boolean stale() {
        try {
            if (!Files.exists(built())) {
                return true;
            }
            Newer newer = new Newer(Files.getLastModifiedTime(built()));
            newer.check(installation.home().resolve("pom.xml"));
            newer.check(installation.home().resolve("warehouse/pom.xml"));
            for (String module : MODULES) {
                newer.check(installation.home().resolve(module).resolve("pom.xml"));
                Files.walkFileTree(installation.home().resolve(module).resolve("src/main"), newer);
            }
            return newer.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks for a file or folder that changed after the build. */
    private static final class Newer extends SimpleFileVisitor<Path> {
        private final FileTime built;
        private boolean found;

        Newer(FileTime built) {
            this.built = built;
        }

        void check(Path file) throws IOException {
            found |= Files.getLastModifiedTime(file).compareTo(built) > 0;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return visitFile(folder, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found |= attributes.lastModifiedTime().compareTo(built) > 0;
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
