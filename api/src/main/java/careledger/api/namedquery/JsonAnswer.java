package careledger.api.namedquery;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as POST /graphql gives it, and the columns of its rows, known also where there are none. */
record JsonAnswer(JsonMapper json) {
    void write(Map<String, @Nullable Object> answer, AnswerHead head) throws IOException {
        head.write(head.asked().query().shape().cursor(answer.get("data")));
        Map<Object, Object> extensions = new LinkedHashMap<>();
        if (answer.get("extensions") instanceof Map<?, ?> given) {
            extensions.putAll(given);
        }
        extensions.put("columns", head.asked().query().shape().columns());
        answer.put("extensions", extensions);
        try (OutputStream body = head.body()) {
            json.writeValue(body, answer);
        }
    }
}
