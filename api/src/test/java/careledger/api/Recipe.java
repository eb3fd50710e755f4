package careledger.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of docs/recipes, read as whoever follows it reads it; the address of the test's service in place of ours. */
record Recipe(String text) {
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    static Recipe of(String name, TestService service) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "recipes", name + ".md"));
        return new Recipe(page.replace(ADDRESS, service.uri("").toString()));
    }

    /** The n-th block in a language, from 0. */
    String block(String language, int place) {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks.get(place);
    }

    /** What a pattern's first group finds first in a text; a recipe without it is wrong. */
    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("The recipe holds nothing like " + pattern + ":\n" + text);
        }
        return matcher.group(1);
    }
}
