package careledger.etl.stage;

import careledger.etl.layout.LayoutReader;
import careledger.release.file.Digest;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.MappingText;
import careledger.schema.mapping.SharedCatalogue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Reads one delivered file into rows of outcomes, wherever Spark runs it: mappings travel as text and are read once in
 * each process.
 */
final class ReadFile implements FlatMapFunction<FileTask, Row> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Map<MappingOf, Delivery> READ = new ConcurrentHashMap<>();

    private final Map<String, MappingText> mappings;

    /** @param mappings text of each delivery's mapping, by folder */
    ReadFile(Map<String, MappingText> mappings) {
        this.mappings = Map.copyOf(mappings);
    }

    @Override
    public Iterator<Row> call(FileTask task) {
        MappingText text = mappings.getOrDefault(task.delivery(), MappingText.of(""));
        Map<String, String> yamls = MappingText.yamls(mappings);
        Delivery delivery = READ.computeIfAbsent(
                new MappingOf(task.delivery(), text, SharedCatalogue.adding(yamls)),
                key -> delivery(task.delivery(), text, yamls));
        FileMapping mapping = delivery.files().stream()
                .filter(file -> file.file().equals(task.name()))
                .findFirst()
                .orElseThrow();
        PulledOutcomes outcomes = new PulledOutcomes(task.path(), out -> {
            Digest digest = new Digest();
            try (InputStream in = digest.over(open(task.uri()))) {
                new LayoutReader().read(delivery, mapping, task.path(), in, out);
                in.transferTo(OutputStream.nullOutputStream());
            } catch (FileNotFoundException | NoSuchFileException e) {
                throw new ChangedFileException(task.path());
            }
            if (!digest.hex().equals(task.sha256())) {
                throw new ChangedFileException(task.path());
            }
        });
        OutcomeRows rows = new OutcomeRows(delivery);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return outcomes.hasNext();
            }

            @Override
            public Row next() {
                return rows.row(outcomes.next());
            }
        };
    }

    private static Delivery delivery(String folder, MappingText text, Map<String, String> yamls) {
        return DeliveryReader.read(folder, text, CatalogueReader.builtIn(), yamls)
                .delivery()
                .orElseThrow(() -> new IllegalStateException("The mapping of " + folder + " was readable before."));
    }

    /** Local files without Hadoop, which cannot open one whose name has a colon. */
    private static InputStream open(String uri) throws IOException {
        if (uri.startsWith("file:")) {
            return Files.newInputStream(java.nio.file.Path.of(URI.create(uri)));
        }
        Path path = new Path(URI.create(uri));
        return FileSystem.get(path.toUri(), new Configuration()).open(path);
    }

    private record MappingOf(String delivery, MappingText text, Map<String, String> adding) {}
}
