package careledger.etl.table;

import java.io.IOException;
import java.io.Reader;

/**
 * Characters with their line number, every line end as one {@code \n}, and a way back to the end of the first line
 * since a mark. Keeps no more than a row that is longer than one line.
 */
final class CsvCharacters {
    private static final int NONE = -2;

    private final Reader reader;
    private final StringBuilder takenAfterFirstLine = new StringBuilder();
    private StringBuilder again = new StringBuilder();
    private int againAt;
    private int peeked = NONE;
    private int line = 1;
    private int markedLine = 1;

    CsvCharacters(Reader reader) {
        this.reader = reader;
    }

    /** The line of the next character, first is 1. */
    int line() {
        return line;
    }

    /** The next character, which stays; -1 at the end. */
    int peek() throws IOException {
        if (peeked == NONE) {
            peeked = againAt < again.length() ? again.charAt(againAt++) : fresh();
        }
        return peeked;
    }

    /** The next character; -1 at the end. */
    int read() throws IOException {
        int read = peek();
        peeked = NONE;
        if (read >= 0 && line > markedLine) {
            takenAfterFirstLine.append((char) read);
        }
        if (read == '\n') {
            line++;
        }
        return read;
    }

    /** Marks the beginning of a row. */
    void mark() {
        markedLine = line;
        takenAfterFirstLine.setLength(0);
    }

    /** Goes to the beginning of the line after the marked one, back or ahead. */
    void resumeAfterFirstLine() throws IOException {
        while (line == markedLine && peek() >= 0) {
            read();
        }
        if (line == markedLine) {
            return;
        }
        StringBuilder back = new StringBuilder(takenAfterFirstLine);
        if (peeked >= 0) {
            back.append((char) peeked);
        }
        back.append(again, againAt, again.length());
        again = back;
        againAt = 0;
        peeked = NONE;
        line = markedLine + 1;
        mark();
    }

    private int fresh() throws IOException {
        int read = reader.read();
        if (read != '\r') {
            return read;
        }
        reader.mark(1);
        if (reader.read() != '\n') {
            reader.reset();
        }
        return '\n';
    }
}
