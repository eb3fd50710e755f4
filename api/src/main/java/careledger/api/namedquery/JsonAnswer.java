package careledger.api.namedquery;

import careledger.api.web.AnswerParts;
import careledger.api.web.JsonBody;
import careledger.api.web.RequestContext;
import careledger.api.web.Spool;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as POST /graphql gives it, and the columns of its rows, known also where there are none. */
record JsonAnswer(JsonMapper json, Spool spool) {
    void write(Map<String, @Nullable Object> answer, AnswerHead head) throws IOException {
        NamedQueryRequest asked = head.asked();
        if (!asked.columns().isEmpty()) {
            answer.put("data", new RowSelection(asked.query().shape(), asked.shape()).of(answer.get("data")));
        }
        Object cursor = head.asked().shape().cursor(answer.get("data"));
        Map<Object, Object> extensions = new LinkedHashMap<>();
        if (answer.get("extensions") instanceof Map<?, ?> given) {
            extensions.putAll(given);
        }
        extensions.put("columns", head.asked().shape().columns());
        answer.put("extensions", extensions);
        AnswerParts body;
        try {
            body = JsonBody.of(answer, head.encoding(), json, spool);
        } finally {
            RequestContext.current().ifPresent(RequestContext::produced);
        }
        head.send(cursor, body);
    }
}
