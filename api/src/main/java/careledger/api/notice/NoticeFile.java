package careledger.api.notice;

import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.period.TimePeriod;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the notices file: a YAML list {@code notices}, whose entries name an indicator, and an area, a period or one figure if
 * need be.
 */
public final class NoticeFile {
    private NoticeFile() {}

    /** @throws IllegalArgumentException that says everything that is wrong, each with its line */
    public static Notices read(Path path) {
        YamlFile file;
        try {
            file = YamlFile.parse(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the notices file '" + path + "' cannot be read; expected a YAML file in UTF-8", e);
        }
        List<Notice> notices = new ArrayList<>();
        Catalogue catalogue = CatalogueReader.builtIn();
        for (YamlMap entry : file.root().maps("notices")) {
            notices.add(notice(entry, catalogue));
            entry.finish();
        }
        file.root().finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    "; ", file.problems().stream().map(Objects::toString).toList()));
        }
        return new Notices(notices);
    }

    private static LocalDate since(YamlMap entry) {
        entry.text("since");
        return entry.optional("since", NoticeFile::day).orElse(LocalDate.EPOCH);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a day such as 2026-11-26.", e);
        }
    }

    private static Notice notice(YamlMap entry, Catalogue catalogue) {
        String indicator = entry.text("indicator");
        if (!indicator.isEmpty() && catalogue.indicator(indicator).isEmpty()) {
            entry.problem("indicator", "There is no indicator '" + indicator + "' in the catalogue.");
        }
        Optional<String> named = entry.optionalText("area");
        Optional<String> area = named.flatMap(catalogue::area).map(Area::id);
        if (named.isPresent() && area.isEmpty()) {
            entry.problem("area", "There is no area '" + named.get() + "'; expected a code or name such as E10000018.");
        }
        Optional<String> figure = entry.optionalText("figure");
        if (figure.isPresent() && named.isEmpty()) {
            entry.problem("figure", "A notice on one figure names its area too, so that pages of the area show it.");
        }
        return new Notice(
                entry.constant("kind", NoticeKind.class),
                indicator,
                area.orElse(null),
                entry.optional("period", TimePeriod::parse).map(TimePeriod::id).orElse(null),
                figure.orElse(null),
                entry.text("text"),
                since(entry));
    }
}
