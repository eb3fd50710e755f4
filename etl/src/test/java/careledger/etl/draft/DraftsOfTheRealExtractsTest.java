package careledger.etl.draft;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.Figure;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.Level;
import careledger.schema.mapping.TidyFile;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.mapping.WideRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drafts of the deliveries whose mappings are known, held against those mappings field by field. */
class DraftsOfTheRealExtractsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();
    private static final List<String> RIGHT = new ArrayList<>();
    private static final List<String> OPEN = new ArrayList<>();
    private static final List<String> WRONG = new ArrayList<>();

    @BeforeAll
    static void hold() throws IOException {
        for (String folder : List.of("2008", "2016", "2019-09", "2020", "2025")) {
            Path dir = Path.of("extracts", folder);
            Delivery known = DeliveryReader.read(folder, Files.readString(dir.resolve("extract.yaml")), CATALOGUE)
                    .delivery()
                    .orElseThrow();
            DeliveryDraft draft = DeliveryDraft.of(dir, CATALOGUE);
            for (FileMapping file : known.files()) {
                TableDraft table = draft.tables().stream()
                        .filter(one -> one.form().id().equals(file.file()))
                        .findFirst()
                        .orElseThrow();
                hold(file, table);
            }
        }
    }

    @Test
    void fourFieldsOfFiveAreRight() {
        assertThat(RIGHT.size() * 5).isGreaterThanOrEqualTo((RIGHT.size() + OPEN.size() + WRONG.size()) * 4);
    }

    @Test
    void fewAreFilledInWrongly() {
        assertThat(WRONG)
                .as(RIGHT.size() + " right, " + OPEN.size() + " left to say")
                .hasSizeLessThanOrEqualTo(5);
    }

    private static void hold(FileMapping known, TableDraft draft) {
        held(known.file() + " layout", known.layout(), draft.layout());
        if (known instanceof TidyFile tidy) {
            tidy.figures()
                    .forEach(figure -> held(
                            known.file() + " " + figure.column(),
                            figure.indicator(),
                            draft.indicators().get(figure.column())));
            tidy.filters()
                    .forEach(filter -> held(
                            known.file() + " " + filter.column(),
                            filter.dimension().orElse(""),
                            draft.filters()
                                    .getOrDefault(filter.column(), TableDraft.Part.of("", ""))
                                    .keys()
                                    .get("dimension")));
        } else if (known instanceof WideFile wide) {
            String label = (wide.labels().kind() + " " + wide.labels().of()).strip();
            Guess guessed = draft.keys().getOrDefault("label", Guess.unsure(""));
            held(
                    known.file() + " label",
                    label.toLowerCase(Locale.ROOT),
                    new Guess(guessed.value().toLowerCase(Locale.ROOT), guessed.confidence(), ""));
            level(known.file(), wide.level(), draft.keys());
            for (WideColumn column : wide.columns()) {
                TableDraft.Part part = draft.columns().get(column.position() - 1);
                String role = column.role() == ColumnRole.FIGURE
                        ? ""
                        : column.role().name().toLowerCase(Locale.ROOT);
                held(
                        known.file() + " column " + column.header(),
                        role,
                        part.keys().getOrDefault("is", Guess.sure("", "")));
                level(known.file() + " column " + column.header(), column.level(), part.keys());
            }
            rows(wide, draft);
        }
    }

    private static void rows(WideFile wide, TableDraft draft) {
        for (WideRow row : wide.rows()) {
            String name = row.label().strip().replaceAll("\\s+", " ");
            draft.rows().stream()
                    .filter(part -> part.name().strip().replaceAll("\\s+", " ").equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            part -> {
                                if (row.heading()) {
                                    held(
                                            wide.file() + " row " + name,
                                            "true",
                                            part.keys().get("heading"));
                                }
                                figures(
                                        wide.file() + " row " + name,
                                        row.level().figures(),
                                        part);
                            },
                            () -> OPEN.add(wide.file() + " row " + name));
        }
    }

    private static void figures(String where, List<Figure> known, TableDraft.Part part) {
        for (Figure figure : known) {
            Guess guess = part.figures().get(figure.placeholder());
            held(
                    where + " {" + figure.placeholder() + "}",
                    figure.indicator(),
                    guess != null ? guess : part.keys().get("indicator"));
        }
    }

    private static void level(String where, Level known, Map<String, Guess> guesses) {
        known.context().area().ifPresent(area -> held(where + " area", area, guesses.get("area")));
        known.context().period().ifPresent(period -> held(where + " period", period.id(), guesses.get("period")));
        if (known.figures().size() == 1) {
            held(where + " indicator", known.figures().get(0).indicator(), guesses.get("indicator"));
        }
    }

    private static void held(String where, String expected, @Nullable Guess guess) {
        if (guess == null || guess.open()) {
            OPEN.add(where);
        } else if (guess.value().equals(expected)) {
            RIGHT.add(where);
        } else {
            WRONG.add(where + ": expected " + expected + ", guessed " + guess.value());
        }
    }
}
