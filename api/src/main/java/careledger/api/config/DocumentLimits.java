package careledger.api.config;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one GraphQL document may hold.
 *
 * @param characters of the document
 * @param tokens words and signs of the document
 * @param depth levels of fields, those of the schema's description aside
 * @param fields fields, fragments unfolded
 * @param rootFields fields of the query itself, fragments unfolded
 * @param aliases fields with another name, fragments unfolded
 * @param duplicates fields repeated in one selection
 * @param directives uses of directives
 * @param cost rows asked for times fields of each
 * @param textLength characters of one text
 */
public record DocumentLimits(
        @DefaultValue("20000") int characters,
        @DefaultValue("2000") int tokens,
        @DefaultValue("10") int depth,
        @DefaultValue("2000") int fields,
        @DefaultValue("10") int rootFields,
        @DefaultValue("50") int aliases,
        @DefaultValue("20") int duplicates,
        @DefaultValue("20") int directives,
        @DefaultValue("3000000") int cost,
        @DefaultValue("2000") int textLength) {
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        MinValue.check(problems, "limits.document.characters", characters, 2000);
        MinValue.check(problems, "limits.document.tokens", tokens, 500);
        MinValue.check(problems, "limits.document.depth", depth, 5);
        MinValue.check(problems, "limits.document.fields", fields, 100);
        MinValue.check(problems, "limits.document.rootFields", rootFields, 1);
        MinValue.check(problems, "limits.document.aliases", aliases, 0);
        MinValue.check(problems, "limits.document.duplicates", duplicates, 0);
        MinValue.check(problems, "limits.document.directives", directives, 0);
        MinValue.check(problems, "limits.document.cost", cost, 1000);
        MinValue.check(problems, "limits.document.textLength", textLength, 500);
        return problems;
    }
}
