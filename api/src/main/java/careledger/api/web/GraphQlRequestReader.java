package careledger.api.web;

import graphql.GraphQLException;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a question from a request, or says what it should have looked like. */
@Component
final class GraphQlRequestReader {
    private static final String QUERY = "query";
    private static final String OPERATION = "operationName";
    private static final String VARIABLES = "variables";
    private static final String EXTENSIONS = "extensions";
    /** Some programs put it before text in UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final String FORM = "Send {\"query\": \"{ about { dataVersion } }\"} as application/json.";

    private final JsonMapper json;
    private final PersistedQueries persisted;

    /** Documents are written over several lines, at a prompt too, so line ends within texts are taken. */
    GraphQlRequestReader(JsonMapper json, PersistedQueries persisted) {
        this.persisted = persisted;
        this.json = json.rebuild()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
    }

    /** @throws InvalidRequestException where it is no JSON; what a page elsewhere can send unasked is never taken */
    static void checkContentType(@Nullable String header) {
        MediaType type = MediaType.APPLICATION_OCTET_STREAM;
        try {
            type = header == null ? type : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException e) {
            throw unsupported("'" + header + "'");
        }
        if (!type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            throw unsupported(header == null ? "no content type" : "'" + header + "'");
        }
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw unsupported("'" + type.getCharset() + "'");
        }
    }

    private static InvalidRequestException unsupported(String found) {
        return new InvalidRequestException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Questions are taken as application/json in UTF-8, found " + found + ".",
                FORM);
    }

    GraphQlRequest body(byte[] body) {
        if (body.length == 0) {
            throw InvalidRequestException.badRequest(
                    "The request has no body; expected a JSON object with 'query'.", FORM);
        }
        JsonNode request = tree(body);
        if (request.isArray()) {
            throw InvalidRequestException.badRequest(
                    "The body is a list; several documents in one request are not taken.",
                    "Send one request for each document, or one document with several fields.");
        }
        if (!request.isObject()) {
            throw InvalidRequestException.badRequest("The body is no JSON object; expected one with 'query'.", FORM);
        }
        return request(
                text(request, QUERY), text(request, OPERATION), map(request, VARIABLES), map(request, EXTENSIONS));
    }

    /** A question in the address: a query only, with its maps as JSON. */
    GraphQlRequest parameters(MultiValueMap<String, String> parameters) {
        GraphQlRequest request = request(
                parameters.getFirst(QUERY),
                parameters.getFirst(OPERATION),
                map(parameters.getFirst(VARIABLES), VARIABLES),
                map(parameters.getFirst(EXTENSIONS), EXTENSIONS));
        if (changes(request)) {
            throw new InvalidRequestException(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "GET answers queries only, and this document holds another operation.",
                    "Send a query.");
        }
        return request;
    }

    private GraphQlRequest request(
            @Nullable String sent,
            @Nullable String operation,
            @Nullable Map<String, Object> variables,
            @Nullable Map<String, Object> extensions) {
        String query = persisted.document(sent, extensions);
        if (query == null || query.isBlank()) {
            throw InvalidRequestException.badRequest(
                    "There is no 'query'; expected the text of a GraphQL document.", FORM);
        }
        return new DefaultGraphQlRequest(query, operation, variables, extensions);
    }

    private JsonNode tree(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return json.readTree(text.startsWith(MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException | JacksonException e) {
            throw InvalidRequestException.badRequest(
                    "The body is no JSON in UTF-8; expected an object with 'query'.", FORM);
        }
    }

    private static @Nullable String text(JsonNode request, String key) {
        JsonNode value = request.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw InvalidRequestException.badRequest("'" + key + "' is no text.", FORM);
        }
        return value.stringValue();
    }

    private @Nullable Map<String, Object> map(JsonNode request, String key) {
        JsonNode value = request.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw InvalidRequestException.badRequest(
                    "'" + key + "' is no JSON object.", "Send it as in {\"" + key + "\": {\"name\": \"value\"}}.");
        }
        return json.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private @Nullable Map<String, Object> map(@Nullable String text, String key) {
        if (text == null || text.isBlank()) {
            return null;
        }
        JsonNode wrapped = json.createObjectNode().set(key, tree(text.getBytes(StandardCharsets.UTF_8)));
        return map(wrapped, key);
    }

    /** Whether the operation asked for is no query; what cannot be read is refused later, in the engine's words. */
    private static boolean changes(GraphQlRequest request) {
        try {
            Document document = Parser.parse(request.getDocument());
            return document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(operation -> request.getOperationName() == null
                            || request.getOperationName().equals(operation.getName()))
                    .anyMatch(operation -> operation.getOperation() != OperationDefinition.Operation.QUERY);
        } catch (GraphQLException e) {
            return false;
        }
    }
}
