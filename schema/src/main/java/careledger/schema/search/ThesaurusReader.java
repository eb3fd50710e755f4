package careledger.schema.search;

import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code thesaurus.yaml}. */
final class ThesaurusReader {
    private static final String FILE = "thesaurus.yaml";
    static final Thesaurus BUILT_IN = builtIn();

    private ThesaurusReader() {}

    private static Thesaurus builtIn() {
        try (InputStream in = ThesaurusReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its resource " + FILE + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem and its line */
    static Thesaurus parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        YamlMap root = file.root();
        List<Thesaurus.Phrase> phrases = new ArrayList<>();
        for (YamlMap entry : root.maps("phrases")) {
            phrases.add(new Thesaurus.Phrase(entry.texts("say"), entry.text("read")));
            entry.finish();
        }
        List<Thesaurus.Code> codes = new ArrayList<>();
        for (YamlMap entry : root.maps("codes")) {
            codes.add(new Thesaurus.Code(entry.text("code"), entry.texts("indicators")));
            entry.finish();
        }
        Thesaurus thesaurus = new Thesaurus(root.texts("concept"), root.texts("ignore"), phrases, codes);
        root.finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException(FILE + " has mistakes: " + file.problems());
        }
        return thesaurus;
    }
}
