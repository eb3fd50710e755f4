package careledger.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A client that keeps answers as Apollo's cache does by default: every object with a __typename and an id is kept once
 * under both, whatever question brought it. Where a later answer holds other values under the same name, a page drawn
 * from the first one would change to them: that is recorded as a clash.
 */
final class NormalisingClient {
    private static final Pattern SELECTION = Pattern.compile("(?<![:\\[,(] )(?<![:\\[,(])\\{");

    private final Map<String, Map<String, JsonNode>> kept = new LinkedHashMap<>();
    private final List<String> clashes = new ArrayList<>();
    private String question = "";

    /** The question as such a client sends it: with the type's name in every selection. */
    static String withTypeNames(String query) {
        return SELECTION.matcher(query).replaceAll("{ __typename ");
    }

    /** Takes in the data of an answer. */
    void keep(String question, JsonNode data) {
        this.question = question;
        data.forEach(this::normalised);
    }

    /** What changed under the same name, with both values. */
    List<String> clashes() {
        return List.copyOf(clashes);
    }

    /** How many objects are kept under a name. */
    int objects() {
        return kept.size();
    }

    private JsonNode normalised(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(normalised(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> fields.set(field.getKey(), normalised(field.getValue())));
        if (!node.hasNonNull("id") || !node.has("__typename")) {
            return fields;
        }
        String name = node.get("__typename").asText() + ":" + node.get("id").asText();
        Map<String, JsonNode> known = kept.computeIfAbsent(name, any -> new LinkedHashMap<>());
        fields.properties().forEach(field -> {
            JsonNode before = known.put(field.getKey(), field.getValue());
            if (before != null && !before.equals(field.getValue())) {
                clashes.add(name + "." + field.getKey() + ": " + before + " became " + field.getValue() + " by "
                        + question);
            }
        });
        return JsonNodeFactory.instance.objectNode().put("__ref", name);
    }
}
