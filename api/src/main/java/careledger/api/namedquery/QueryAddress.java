package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.InvalidQueryException;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.security.KeyInAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/** Reads an address: {@code /api/q/name.suffix?parameter=value}. */
final class QueryAddress {
    static final String BASE = "/api/q";

    /** Names the columns that are wanted. */
    static final String COLUMNS = "columns";

    /** Says how a cross-table is laid out. */
    static final String LAYOUT = "layout";

    /** Names a release that is kept. */
    static final String RELEASE = "release";

    private static final int MOST_REFUSED = 5;

    private QueryAddress() {}

    /** @param file last step of the path */
    static NamedQueryRequest read(String file, NamedQueries queries, HttpServletRequest request) {
        int dot = file.indexOf('.');
        NamedQuery query = queries.get(dot < 0 ? file : file.substring(0, dot));
        Representation representation = dot < 0
                ? Representation.ofAccept(request.getHeader(HttpHeaders.ACCEPT))
                : Representation.ofSuffix(file.substring(dot + 1));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters(request).forEach((name, values) -> parameters.put(name, List.of(values)));
        parameters.remove("key");
        boolean bom = bom(parameters.get(CsvAnswer.BOM), representation);
        parameters.remove(CsvAnswer.BOM);
        List<String> columns = columns(query, parameters.remove(COLUMNS));
        exchangeable(query, representation, columns, parameters);
        boolean cross = cross(query, representation, columns, parameters.remove(LAYOUT));
        Optional<String> release = release(query, parameters.remove(RELEASE));
        return new NamedQueryRequest(
                query, representation, Variables.of(query, parameters), columns, cross, bom, release);
    }

    /** SDMX and JSON-stat have columns of their own, and one figure for each key. */
    private static void exchangeable(
            NamedQuery query,
            Representation representation,
            List<String> columns,
            Map<String, List<String>> parameters) {
        if (!representation.takes(query)) {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    ProblemCode.NOT_FOUND,
                    "'" + query.name() + "' is not written as ." + representation.suffix() + ", which holds figures.",
                    "observations." + representation.suffix() + " is; for this one there is "
                            + Representation.of(query).stream()
                                    .map(one -> "." + one.suffix())
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        boolean exchange = representation == Representation.SDMX || representation == Representation.JSONSTAT;
        if (exchange && !columns.isEmpty()) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of(COLUMNS),
                    "A table as ." + representation.suffix() + " has columns of its own.",
                    "Leave 'columns' out, or ask for .csv."));
        }
        if (exchange && List.of("false").equals(parameters.get("headlineOnly"))) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of("headlineOnly"),
                    "A table as ." + representation.suffix()
                            + " has one figure for each key, and figures that are outranked have the same key.",
                    "Leave 'headlineOnly' out, or ask for .csv."));
        }
    }

    private static Optional<String> release(NamedQuery query, @Nullable List<String> named) {
        if (named == null) {
            return Optional.empty();
        }
        if (named.size() > 1 || !query.header().ofRelease()) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of(RELEASE),
                    named.size() > 1
                            ? "The parameter 'release' occurs " + named.size() + " times; expected one value."
                            : "The answer of '" + query.name() + "' is not of a release.",
                    named.size() > 1 ? "Keep one of them." : "Leave 'release' out."));
        }
        return Optional.of(named.get(0));
    }

    /** Names of columns, in the order in which they are wanted; none for all. */
    private static List<String> columns(NamedQuery query, @Nullable List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        List<String> wanted = texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        List<String> known =
                query.shape().columns().stream().map(TableColumn::name).toList();
        InvalidArguments refusals = new InvalidArguments();
        wanted.stream()
                .filter(name -> !known.contains(name))
                .limit(MOST_REFUSED)
                .forEach(
                        name -> refusals.add(InvalidArgument.unknown(ArgumentPath.of(COLUMNS), "column", name, known)));
        refusals.throwIfAny();
        return wanted;
    }

    private static boolean cross(
            NamedQuery query, Representation representation, List<String> columns, @Nullable List<String> said) {
        if (said == null || said.equals(List.of("long"))) {
            return false;
        }
        if (!CrossTable.isOf(query)
                || !said.equals(List.of("cross"))
                || representation == Representation.JSON
                || !columns.isEmpty()) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of(LAYOUT),
                    "The parameter 'layout' is " + said + " for " + query.name() + " as " + representation
                            + "; it is long or cross, for slice as CSV, XLSX, ODS or Parquet, without columns.",
                    "layout=cross is the table as displayed; JSON has it as rows and columns."));
        }
        return true;
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
