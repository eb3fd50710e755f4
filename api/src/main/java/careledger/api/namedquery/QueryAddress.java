package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.security.KeyInAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/** Reads an address: {@code /api/q/name.suffix?parameter=value}. */
final class QueryAddress {
    static final String BASE = "/api/q";

    private QueryAddress() {}

    /** @param file last step of the path */
    static NamedQueryRequest read(String file, NamedQueries queries, HttpServletRequest request) {
        int dot = file.lastIndexOf('.');
        NamedQuery query = queries.get(dot < 0 ? file : file.substring(0, dot));
        Representation representation = dot < 0
                ? Representation.ofAccept(request.getHeader(HttpHeaders.ACCEPT))
                : Representation.ofSuffix(file.substring(dot + 1));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters(request).forEach((name, values) -> parameters.put(name, List.of(values)));
        parameters.remove("key");
        boolean bom = bom(parameters.get(CsvAnswer.BOM), representation);
        parameters.remove(CsvAnswer.BOM);
        return new NamedQueryRequest(query, representation, Variables.of(query, parameters), bom);
    }

    /**
     * Where a list goes on: the same address with every parameter, also a key in it, and the new cursor. Each character
     * that could mean something else in an address is encoded, a plus sign too.
     */
    static String next(HttpServletRequest request, Object cursor) {
        StringBuilder address = new StringBuilder(request.getRequestURI());
        char separator = '?';
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (!parameter.getKey().equals(NamedQuery.AFTER)) {
                for (String value : parameter.getValue()) {
                    address.append(separator)
                            .append(encoded(parameter.getKey()))
                            .append('=')
                            .append(encoded(value));
                    separator = '&';
                }
            }
        }
        for (String key : KeyInAddress.of(request)) {
            address.append(separator).append("key=").append(encoded(key));
            separator = '&';
        }
        return address.append(separator)
                .append(NamedQuery.AFTER)
                .append('=')
                .append(encoded(cursor.toString()))
                .toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw ApiException.of(
                    HttpStatus.BAD_REQUEST,
                    ProblemCode.BAD_INPUT,
                    "The parameters of the address cannot be read: a '%' escape is not valid UTF-8.",
                    "Write '%' itself as %25.");
        }
    }

    private static boolean bom(@Nullable List<String> said, Representation representation) {
        if (said == null) {
            return false;
        }
        if (representation != Representation.CSV
                || !List.of("true", "false").contains(said.get(0))
                || said.size() > 1) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of(CsvAnswer.BOM),
                    "The parameter 'bom' is " + said + " for " + representation + "; a CSV takes true or false.",
                    "bom=true marks a CSV as UTF-8 for spreadsheets."));
        }
        return said.get(0).equals("true");
    }
}
