package careledger.etl.layout;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.DeliveryReading;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.MappingText;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A delivery read from its extract.yaml to its last row, with everything that came of it. */
final class FolderRead {
    static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    private final List<Outcome> outcomes = new ArrayList<>();
    private final DeliveryReading mapping;

    private FolderRead(DeliveryReading mapping) {
        this.mapping = mapping;
    }

    static FolderRead nothing() {
        return new FolderRead(new DeliveryReading(Optional.empty(), List.of(), Set.of()));
    }

    /** Reads every file that the folder's extract.yaml names. */
    static FolderRead of(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        DeliveryReading mapping =
                DeliveryReader.read(name, Files.readString(folder.resolve("extract.yaml")), CATALOGUE);
        FolderRead read = new FolderRead(mapping);
        if (mapping.delivery().isPresent()) {
            for (FileMapping file : mapping.delivery().get().files()) {
                byte[] bytes = Files.readAllBytes(folder.resolve(file.form().delivered()));
                read.add(mapping.delivery().get(), file, bytes);
            }
        }
        return read;
    }

    /** Reads the only file of a delivery, given as text. */
    static FolderRead of(String yaml, String csv) throws IOException {
        return of(yaml, csv.getBytes(StandardCharsets.UTF_8));
    }

    static FolderRead of(String yaml, byte[] csv) throws IOException {
        return of(MappingText.of(yaml), csv);
    }

    static FolderRead of(MappingText text, byte[] csv) throws IOException {
        DeliveryReading mapping = DeliveryReader.read("delivered", text, CATALOGUE);
        Delivery delivery = mapping.delivery()
                .orElseThrow(() -> new AssertionError(mapping.rejections().toString()));
        if (!mapping.rejections().isEmpty()) {
            throw new AssertionError(mapping.rejections().toString());
        }
        FolderRead read = new FolderRead(mapping);
        read.add(delivery, delivery.files().get(0), csv);
        return read;
    }

    private void add(Delivery delivery, FileMapping file, byte[] bytes) throws IOException {
        String path = delivery.name() + "/" + file.file();
        new LayoutReader().read(delivery, file, path, new ByteArrayInputStream(bytes), outcomes::add);
    }

    DeliveryReading mapping() {
        return mapping;
    }

    List<Claim> claims() {
        return of(Outcome.Accepted.class).stream().map(Outcome.Accepted::claim).toList();
    }

    /** Each figure in one line: indicator, area, period, breakdown, kind of value, and the value or why there is none. */
    List<String> figures() {
        return claims().stream()
                .map(claim -> String.join(
                        " ",
                        claim.indicator(),
                        claim.area(),
                        claim.period().id(),
                        claim.breakdown().id(),
                        claim.valueKind().name(),
                        claim.value()
                                .map(value -> value.toPlainString())
                                .orElse(claim.status().name())))
                .toList();
    }

    /** The value of each figure, all of its digits; a figure without one fails. */
    List<String> values() {
        return claims().stream()
                .map(claim -> claim.value().orElseThrow().toPlainString())
                .toList();
    }

    List<Rejection> rejections() {
        return of(Outcome.Refused.class).stream()
                .map(Outcome.Refused::rejection)
                .toList();
    }

    List<Outcome.Neighbour> neighbours() {
        return of(Outcome.Neighbour.class);
    }

    List<Outcome.Tally> tallies() {
        return of(Outcome.Tally.class);
    }

    Outcome.Tally tally() {
        return tallies().get(0);
    }

    Claim claim(String id) {
        return claims().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no claim " + id + "; refused: " + rejections()));
    }

    private <T extends Outcome> List<T> of(Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
