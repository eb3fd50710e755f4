package careledger.api.explorer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What words mean, from the file {@code words.txt}: a word, a tab, its meaning. */
final class Glossary {
    private Glossary() {}

    static List<Word> words() {
        try (InputStream file = Glossary.class.getResourceAsStream("words.txt")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file 'words.txt'");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> !line.isBlank()).map(Word::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Word(String word, String meaning) {
        private static Word read(String line) {
            int tab = line.indexOf('\t');
            if (tab < 1) {
                throw new IllegalStateException(
                        "words.txt: expected a word, a tab and its meaning, found '" + line + "'");
            }
            return new Word(line.substring(0, tab), line.substring(tab + 1).strip());
        }
    }
}
