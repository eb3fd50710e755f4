package careledger.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** Blocks of commands of docs/operations.md, as they are written. */
final class OperationsExamples {
    private static final String FENCE = "```";

    private OperationsExamples() {}

    /** The blocks of code below a heading, up to the next heading. */
    static List<String> below(Path document, String heading) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        boolean here = false;
        for (String line : Files.readAllLines(document)) {
            if (block == null && line.startsWith("## ")) {
                here = line.equals("## " + heading);
            } else if (here && line.startsWith(FENCE)) {
                if (block == null) {
                    block = new StringBuilder();
                } else {
                    blocks.add(block.toString());
                    block = null;
                }
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        if (blocks.isEmpty()) {
            throw new NoSuchElementException("There is no block of code below '" + heading + "' in " + document + ".");
        }
        return blocks;
    }
}
