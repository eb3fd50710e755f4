package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import careledger.etl.stage.FileCount;
import careledger.release.TinyRelease;
import careledger.release.run.EmbargoedSource;
import careledger.release.store.StagedRelease;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/**
 * Loads without Spark, for tests of everything around the loading: a small release in which every claim and every source
 * carries the word that stands in the delivery.
 */
final class TinyLoading implements Loading {
    static final int CLAIMS = 16;

    private static final String MAPPING = """
        sources:
          - {id: cyp-executive-2008-10, title: Report, publisher: Council, publishedOn: 2008-10-31, authority: COUNCIL_REPORT}
        files:
          - {file: claims.csv, layout: claims}
        """;

    private final Path extracts;
    private final List<String> changes;

    /** @param changes statements that change the tables before they are written */
    TinyLoading(Path extracts, String... changes) {
        this.extracts = extracts;
        this.changes = List.of(changes);
    }

    /** Makes the word the delivery of the extracts, in one step. */
    static void deliver(Path extracts, String word) throws IOException {
        Path folder = Files.createDirectories(extracts.resolve("tiny"));
        if (!Files.exists(folder.resolve("extract.yaml"))) {
            Files.writeString(folder.resolve("extract.yaml"), MAPPING);
        }
        Path next = Files.writeString(folder.resolve(".next"), word);
        Files.move(
                next,
                folder.resolve("claims.csv"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static String delivered(Path extracts) throws IOException {
        return Files.readString(extracts.resolve("tiny/claims.csv"));
    }

    @Override
    public LoadResult read(LoadPlan plan, Instant now) throws IOException {
        String word = delivered(extracts);
        List<FileCount> files = plan.files().stream()
                .map(file -> new FileCount(file, CLAIMS, CLAIMS, 0, CLAIMS, CLAIMS, 0, CLAIMS, false))
                .toList();
        return new TinyLoad(files, word, changes);
    }

    private record TinyLoad(List<FileCount> files, String word, List<String> changes) implements LoadResult {
        @Override
        public long claims() {
            return (long) CLAIMS * files.size();
        }

        @Override
        public List<EmbargoedSource> embargoed() {
            return List.of();
        }

        @Override
        public long conflicts() {
            return 0;
        }

        @Override
        public List<Rejection> rejections() {
            return List.of();
        }

        @Override
        public void write(StagedRelease release) {
            try (TinyRelease tiny = TinyRelease.prepare()) {
                changes.forEach(tiny::change);
                tiny.change("UPDATE fact_observation SET source_text = '" + word + "'")
                        .change("UPDATE dim_source SET title = '" + word + "'")
                        .writeTo(release.dir());
            }
        }
    }
}
