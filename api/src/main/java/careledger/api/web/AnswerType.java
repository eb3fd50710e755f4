package careledger.api.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;

/** The types that answers come in: the one for GraphQL where it is asked for by name, otherwise plain JSON. */
final class AnswerType {
    private static final MediaType GRAPHQL =
            new MediaType("application", "graphql-response+json", StandardCharsets.UTF_8);
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private AnswerType() {}

    /** The first one that the caller names, most wanted first. */
    static MediaType wanted(ServerRequest request) {
        try {
            List<MediaType> accepted = new ArrayList<>(request.headers().accept());
            accepted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            for (MediaType one : accepted) {
                if (one.equalsTypeAndSubtype(GRAPHQL)) {
                    return GRAPHQL;
                }
                if (one.includes(JSON)) {
                    return JSON;
                }
            }
        } catch (InvalidMediaTypeException e) {
            return JSON;
        }
        return JSON;
    }

    static boolean statusTells(MediaType type) {
        return type.equals(GRAPHQL);
    }
}
