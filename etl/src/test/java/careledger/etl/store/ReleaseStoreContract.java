package careledger.etl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import careledger.release.file.Digest;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What publishing to a store and fetching from it promise, wherever the store is. */
abstract class ReleaseStoreContract {
    @TempDir
    Path dir;

    private Path publisher = Path.of("");
    private Path reader = Path.of("");
    private ReleaseStore store;
    private StorePublication publication;
    private StoreFetch fetch;

    /** A folder that nobody used before. */
    abstract URI address();

    abstract Map<String, String> settings();

    @BeforeEach
    void open() throws IOException {
        publisher = dir.resolve("publisher");
        reader = dir.resolve("reader");
        store = ReleaseStore.open(address(), settings());
        publication = new StorePublication(publisher, store);
        fetch = new StoreFetch(store, reader);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void fetchedReleaseHasTheBytesThatWerePublished() throws IOException {
        release("r1");
        assertThat(publication.publish("r1")).isTrue();

        assertThat(fetch.fetch().fetched()).isPositive();

        assertThat(new Releases(reader).currentId()).contains("r1");
        assertThat(new Releases(reader).verify("r1")).isEmpty();
        assertThat(bytes(reader.resolve("releases/r1"))).isEqualTo(bytes(publisher.resolve("releases/r1")));
        assertThat(reader.resolve("runs/run-of-r1.json")).hasContent("{\"of\": \"r1\"}");
    }

    @Test
    void whatIsHereIsNotFetchedAgainAndWhatWasDamagedIs() throws IOException {
        release("r1");
        publication.publish("r1");
        fetch.fetch();

        assertThat(fetch.fetch().fetched()).isZero();
        assertThat(fetch.fetchNews()).isEmpty();

        Files.delete(reader.resolve("releases/r1/dim_area/part-0.parquet"));
        assertThat(fetch.fetch().fetched()).isPositive();
        assertThat(new Releases(reader).verify("r1")).isEmpty();
    }

    @Test
    void newerReleaseFollowsAndAnOlderOnePublishedAgainToo() throws IOException {
        release("r1");
        publication.publish("r1");
        release("r2");
        publication.publish("r2");
        fetch.fetch();
        assertThat(new Releases(reader).currentId()).contains("r2");

        new Releases(publisher).rollback("r1");
        assertThat(publication.publish("r1")).isTrue();
        assertThat(publication.publishIfNew("r1")).isFalse();

        assertThat(fetch.fetchNews()).isPresent();
        assertThat(new Releases(reader).currentId()).contains("r1");
    }

    @Test
    void publicationThatDiedBetweenFilesLeavesTheOldReleaseAndTheNextOneGoesOn() throws IOException {
        release("r1");
        publication.publish("r1");
        release("r2");
        byte[] half = Files.readAllBytes(publisher.resolve("releases/r2/dim_area/part-0.parquet"));
        write("releases/r2/dim_area/part-0.parquet", half, half.length / 2);
        write("releases/r2/dim_topic/part-0.parquet", "other bytes".getBytes(StandardCharsets.UTF_8), 11);

        fetch.fetch();
        assertThat(new Releases(reader).currentId()).contains("r1");
        assertThat(publication.publish("r2")).isTrue();

        fetch.fetch();
        assertThat(new Releases(reader).currentId()).contains("r2");
        assertThat(bytes(reader.resolve("releases/r2"))).isEqualTo(bytes(publisher.resolve("releases/r2")));
    }

    @Test
    void truncatedOrChangedObjectIsRefusedUntilItIsPublishedAgain() throws IOException {
        release("r1");
        publication.publish("r1");
        fetch.fetch();
        release("r2");
        publication.publish("r2");
        String path = "releases/r2/dim_area/part-0.parquet";
        byte[] whole = Files.readAllBytes(publisher.resolve(path));

        write(path, whole, whole.length - 7);
        assertThatThrownBy(() -> fetch.fetch())
                .hasMessageContainingAll(path, (whole.length - 7) + " bytes came", "Release 'r1' stays here.");
        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 1;
        write(path, flipped, flipped.length);
        assertThatThrownBy(() -> fetch.fetchNews()).hasMessageContaining("is not what was published");

        assertThat(new Releases(reader).currentId()).contains("r1");
        assertThat(new Releases(reader).list()).hasSize(1);
        assertThat(new StoreCheck(store).findings()).singleElement().satisfies(finding -> assertThat(finding.problem())
                .contains(path, "is not what was published"));
        assertThat(publication.publish("r2")).isFalse();
        assertThat(new StoreCheck(store).findings()).isEmpty();
        fetch.fetch();
        assertThat(new Releases(reader).verify("r2")).isEmpty();
    }

    @Test
    void namesThatLeadOutOfTheDataFolderAreRefused() throws IOException {
        release("r1");
        publication.publish("r1");
        String manifest = Files.readString(publisher.resolve("releases/r1/manifest.json"))
                .replace("\"run-of-r1\"", "\"../../run\"")
                .replaceFirst(",\\s*\"seal\" : \"[0-9a-f]+\"", "");
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        write("releases/r1/manifest.json", bytes, bytes.length);

        assertThatThrownBy(() -> fetch.fetch()).hasMessageContainingAll("manifest.json", "its seal is missing");
        assertThat(reader.resolve("CURRENT")).doesNotExist();

        store.publish(store.current(), "../r1");
        assertThatThrownBy(() -> fetch.fetch())
                .hasMessageContainingAll("published/000000000002", "does not hold the id of a release");
    }

    @Test
    void publicationThatNamesNoReleaseIsFollowedByTheNextOne() throws IOException {
        release("r1");
        publication.publish("r1");
        fetch.fetch();
        int number = 1;
        for (byte[] damage :
                List.of(new byte[0], new byte[] {0, 0}, new byte[] {(byte) 0xff, 'r'}, new byte[] {'\n'})) {
            number++;
            String path = "published/%012d".formatted(number);
            write(path, damage, damage.length);

            assertThatThrownBy(() -> fetch.fetchNews())
                    .hasMessageContainingAll(path, "Run `./careledger publish ", "the next number");
            assertThat(new Releases(reader).currentId()).contains("r1");

            assertThat(new StoreCheck(store).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.remedy()).contains("./careledger publish " + store));
            assertThat(publication.publishIfNew("r1")).isTrue();
            assertThat(new StoreCheck(store).findings()).isEmpty();
            number++;
            assertThat(store.current()).isEqualTo(new Published(number, "r1"));
            assertThat(fetch.fetchNews()).isPresent();
        }
    }

    @Test
    void damagedManifestInTheStoreIsWrittenAgain() throws IOException {
        release("r1");
        publication.publish("r1");
        byte[] manifest = Files.readAllBytes(publisher.resolve("releases/r1/manifest.json"));
        byte[] flipped = manifest.clone();
        flipped[manifest.length / 2] ^= 1;
        for (byte[] damage : List.of(new byte[0], flipped, Arrays.copyOf(manifest, manifest.length / 2))) {
            write("releases/r1/manifest.json", damage, damage.length);
            assertThatThrownBy(() -> fetch.fetch()).hasMessageContaining("manifest.json");
            assertThat(new StoreCheck(store).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.problem()).contains("manifest.json"));

            assertThat(publication.publish("r1")).isFalse();

            fetch.fetch();
            assertThat(new Releases(reader).verify("r1")).isEmpty();
        }
    }

    @Test
    void publisherThatCameSecondIsToldOfTheFirst() throws IOException {
        release("r1");
        release("r2");
        Published seen = store.current();
        publication.publish("r1");

        assertThat(store.publish(seen, "r2")).isFalse();
        assertThat(store.current()).isEqualTo(new Published(1, "r1"));
    }

    @Test
    void damagedReleaseOrAnotherOneOfTheSameIdIsNotPublished() throws IOException {
        release("r1");
        publication.publish("r1");
        Path elsewhere = dir.resolve("elsewhere");
        TinyRelease.published(elsewhere, "r0");
        TinyRelease.published(elsewhere, "r1");
        Set<String> before = store.filesOf("r1").keySet();

        assertThatThrownBy(() -> new StorePublication(elsewhere, store).publish("r1"))
                .hasMessageContaining("is of another release 'r1'");
        Files.delete(elsewhere.resolve("releases/r0/dim_area/part-0.parquet"));
        assertThatThrownBy(() -> new StorePublication(elsewhere, store).publish("r0"))
                .hasMessageContaining("Release 'r0' is damaged");

        assertThat(store.current()).isEqualTo(new Published(1, "r1"));
        assertThat(store.filesOf("r1").keySet()).isEqualTo(before);
    }

    @Test
    void emptyStoreSaysSo() {
        assertThatThrownBy(() -> fetch.fetch()).hasMessageContaining("No release is published at");
        assertThat(new Releases(reader).currentId()).isEmpty();
    }

    @Test
    void mirroredDeliveriesFollowWhatLiesThere() throws IOException {
        DeliveryMirror mirror = new DeliveryMirror(address(), settings(), reader.resolve("delivered"));
        write("2020/extract.yaml", "one".getBytes(StandardCharsets.UTF_8), 3);
        write("2020/a.csv", "first".getBytes(StandardCharsets.UTF_8), 5);
        write("2021/b.csv", "second".getBytes(StandardCharsets.UTF_8), 6);
        assertThat(mirror.refresh(Duration.ZERO)).isEqualTo(3);
        assertThat(mirror.refresh(Duration.ZERO)).isZero();

        write("2020/a.csv", "corrected".getBytes(StandardCharsets.UTF_8), 9);
        assertThatThrownBy(mirror::requireUnchanged).hasMessageContaining("2020/a.csv");
        Files.writeString(reader.resolve("delivered/2021/b.csv"), "tamper");
        Files.createDirectories(reader.resolve("delivered/1999"));

        assertThat(mirror.refresh(Duration.ZERO)).isEqualTo(2);
        mirror.requireUnchanged();
        assertThat(reader.resolve("delivered/2020/a.csv")).hasContent("corrected");
        assertThat(reader.resolve("delivered/2021/b.csv")).hasContent("second");
        assertThat(reader.resolve("delivered/1999")).doesNotExist();
    }

    private void release(String id) throws IOException {
        TinyRelease.published(publisher, id);
        Files.createDirectories(publisher.resolve("runs"));
        Files.writeString(publisher.resolve("runs/run-of-" + id + ".json"), "{\"of\": \"" + id + "\"}");
    }

    private void write(String path, byte[] bytes, int length) throws IOException {
        try (OutputStream out = store.write(path)) {
            out.write(bytes, 0, length);
        }
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(folder.relativize(file).toString(), Digest.of(file));
            }
        }
        return bytes;
    }
}
