package careledger.etl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

/** A store in a folder, by Hadoop's file system of this machine. */
class FolderStoreTest extends ReleaseStoreContract {
    @Override
    URI address() {
        return dir.resolve("store").toUri();
    }

    @Override
    Map<String, String> settings() {
        return Map.of();
    }

    /** Not asked of the object store: the server of the tests looks and writes in two steps, as Amazon's does not. */
    @Test
    void ofManyPublishersAtOnceOneWins() throws Exception {
        try (ReleaseStore store = ReleaseStore.open(address(), settings())) {
            Published seen = store.current();
            ExecutorService publishers = Executors.newFixedThreadPool(8);
            try {
                List<Future<Boolean>> answers = IntStream.range(0, 8)
                        .mapToObj(one -> publishers.submit(() -> store.publish(seen, "r" + one)))
                        .toList();
                long winners = 0;
                for (Future<Boolean> answer : answers) {
                    winners += answer.get() ? 1 : 0;
                }

                assertThat(winners).isEqualTo(1);
                assertThat(store.current().number()).isEqualTo(1);
            } finally {
                publishers.shutdownNow();
            }
        }
    }

    @Test
    void fileIsCreatedOnceAndWholeByALinkAndByARename() throws IOException {
        byte[] first = "first".getBytes(StandardCharsets.UTF_8);
        byte[] second = "second".getBytes(StandardCharsets.UTF_8);
        FileSystem files = FileSystem.newInstance(dir.toUri(), new Configuration());
        for (AtomicCreation creation : List.of(new LinkedFile(), new RenamedFile(files))) {
            java.nio.file.Path target =
                    dir.resolve(creation.getClass().getSimpleName()).resolve("000001");

            assertThat(creation.create(new Path(target.toUri()), first)).isTrue();
            assertThat(creation.create(new Path(target.toUri()), second)).isFalse();

            assertThat(target).hasContent("first");
            try (var beside = Files.list(target.getParent())) {
                assertThat(beside.filter(file -> file.toString().endsWith(".tmp")))
                        .isEmpty();
            }
        }
    }

    /** Killed in the midst of a file; the publisher of another machine that goes on writing is left alone. */
    @Test
    void filesOfKilledPublishersAreFoundAndSwept() throws Exception {
        java.nio.file.Path data = dir.resolve("publisher");
        TinyRelease.published(data, "r1");
        java.nio.file.Path target = dir.resolve("store/releases/r1/dim_area/data.parquet");
        Process other = new ProcessBuilder(
                        java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        target.toString())
                .start();
        java.nio.file.Path theirs =
                java.nio.file.Path.of(other.inputReader(StandardCharsets.UTF_8).readLine());
        java.nio.file.Path elsewhere = Files.createFile(
                target.resolveSibling(".data.parquet.00000000.6f1a3c52-8d0e-4b7a-9c41-2e5d7f809a1b.tmp"));
        try (ReleaseStore store = ReleaseStore.open(address(), settings())) {
            assertThat(store.leftBehind()).as("both publish").isEmpty();

            other.destroyForcibly().waitFor();
            assertThat(store.leftBehind()).containsExactly(relative(theirs));
            assertThat(new StoreCheck(store).findings())
                    .anyMatch(finding -> finding.problem().startsWith(relative(theirs)) && finding.healable());
            new StorePublication(data, store).publish("r1");
            assertThat(theirs).doesNotExist();
            assertThat(elsewhere).exists();

            Files.setLastModifiedTime(elsewhere, FileTime.from(Instant.now().minus(PrivateFile.SILENT.plusSeconds(1))));
            assertThat(store.sweep()).containsExactly(relative(elsewhere));
            assertThat(new StoreCheck(store).findings()).isEmpty();
        }
    }

    /** Such as those of a disk, of another user, or a link that leads back to where it came from. */
    @Test
    void foldersThatCannotBeListedHinderNoPublication() throws Exception {
        java.nio.file.Path data = dir.resolve("publisher");
        TinyRelease.published(data, "r1");
        for (String folder : List.of("lost+found", "releases")) {
            java.nio.file.Path foreign =
                    Files.createDirectories(dir.resolve("store").resolve(folder));
            Files.createSymbolicLink(foreign.resolve("loop"), foreign);
        }

        try (ReleaseStore store = ReleaseStore.open(address(), settings())) {
            assertThat(new StorePublication(data, store).publish("r1")).isTrue();
            assertThat(store.current().release()).isEqualTo("r1");
        }
    }

    /** It is no publisher who was first. */
    @Test
    void fileInThePlaceOfAFolderIsAnError() throws Exception {
        java.nio.file.Path folder = Files.createFile(dir.resolve("published"));

        assertThatThrownBy(() ->
                        new LinkedFile().create(new Path(folder.resolve("1").toUri()), new byte[] {1}))
                .isInstanceOf(IOException.class);
    }

    private String relative(java.nio.file.Path file) {
        return dir.resolve("store").relativize(file).toString();
    }

    /** Begins a file, and is killed before it is whole. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String[] arguments) throws Exception {
            try (PrivateFile begun = PrivateFile.of(java.nio.file.Path.of(arguments[0]))) {
                begun.write(new ByteArrayInputStream(new byte[1000]));
                System.out.println(begun.path());
                Thread.sleep(600_000);
            }
        }
    }

    @Test
    void publishersOfOneReleaseAtOnceAllSucceed() throws Exception {
        java.nio.file.Path data = dir.resolve("publisher");
        TinyRelease.published(data, "r1");
        int publishers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        CyclicBarrier together = new CyclicBarrier(publishers);
        try {
            List<Future<Boolean>> answers = IntStream.range(0, publishers)
                    .mapToObj(one -> threads.submit(() -> {
                        try (ReleaseStore store = ReleaseStore.open(address(), settings())) {
                            together.await();
                            return new StorePublication(data, store).publish("r1");
                        }
                    }))
                    .toList();
            int made = 0;
            for (Future<Boolean> answer : answers) {
                made += answer.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        try (ReleaseStore store = ReleaseStore.open(address(), settings());
                Stream<java.nio.file.Path> files = Files.walk(dir.resolve("store"))) {
            assertThat(new StoreFetch(store, dir.resolve("reader")).fetch().release())
                    .isEqualTo("r1");
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }
}
