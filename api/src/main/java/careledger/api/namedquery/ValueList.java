package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several values of one parameter: the parameter again for each, or commas between them. A value with a comma in it has
 * quotes around it, as in a CSV: {@code areas="Bristol, City of",E10000018}.
 */
final class ValueList {
    private static final char QUOTE = '"';

    private ValueList() {}

    /** @throws InvalidQueryException where a quote is not closed */
    static List<String> of(String parameter, List<String> texts) {
        List<String> values = new ArrayList<>();
        for (String text : texts) {
            read(parameter, text, values);
        }
        return values;
    }

    private static void read(String parameter, String text, List<String> values) {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == QUOTE && quoted && i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
                value.append(QUOTE);
                i++;
            } else if (c == QUOTE && (quoted || value.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of(parameter),
                    "The parameter '" + parameter + "' has a quote that is not closed.",
                    "A value with a comma in it has quotes around it: " + parameter
                            + "=\"one, and more of it\",another."));
        }
        values.add(value.toString().strip());
    }
}
