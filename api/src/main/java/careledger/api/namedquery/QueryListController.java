package careledger.api.namedquery;

import careledger.api.web.AnyOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Says which documents can be asked by name, and how. */
@RestController
@AnyOrigin
final class QueryListController {
    private final NamedQueries queries;

    QueryListController(NamedQueries queries) {
        this.queries = queries;
    }

    /** @param formats suffixes that every query takes, each behind its name */
    record Listing(List<String> formats, List<ListedQuery> queries) {}

    /** @param examples addresses that work */
    record ListedQuery(
            String name,
            String title,
            String about,
            List<ListedParameter> parameters,
            List<TableColumn> columns,
            List<String> examples) {}

    /** @param usual what holds where it is left out, as GraphQL writes it; null where nothing does */
    record ListedParameter(
            String name,
            String type,
            boolean list,
            boolean required,
            @Nullable String usual,
            String about,
            String example) {}

    @GetMapping(QueryAddress.BASE)
    Listing list(HttpServletRequest request) {
        String base = request.getContextPath() + QueryAddress.BASE + "/";
        return new Listing(
                Arrays.stream(Representation.values())
                        .filter(one -> queries.all().stream().allMatch(one::takes))
                        .map(Representation::suffix)
                        .toList(),
                queries.all().stream().map(query -> listed(query, base)).toList());
    }

    private static ListedQuery listed(NamedQuery query, String base) {
        return new ListedQuery(
                query.name(),
                query.header().title(),
                query.header().about(),
                query.parameters().stream().map(QueryListController::listed).toList(),
                query.shape().columns(),
                examples(query, base + query.name() + "."));
    }

    private static ListedParameter listed(Parameter parameter) {
        return new ListedParameter(
                parameter.name(),
                parameter.type(),
                parameter.list(),
                parameter.required(),
                parameter.usual().orElse(null),
                parameter.about(),
                parameter.example());
    }

    /** One with the required parameters in every representation, and one for each parameter. */
    private static List<String> examples(NamedQuery query, String base) {
        String needed = query.parameters().stream()
                .filter(Parameter::required)
                .map(QueryListController::asked)
                .collect(Collectors.joining("&"));
        List<String> examples = new ArrayList<>();
        for (Representation representation : Representation.of(query)) {
            examples.add(base + representation.suffix() + (needed.isEmpty() ? "" : "?" + needed));
        }
        for (Parameter parameter : query.parameters()) {
            if (!parameter.required() && !parameter.example().startsWith("(")) {
                examples.add(base + "csv?" + (needed.isEmpty() ? "" : needed + "&") + asked(parameter));
            }
        }
        return List.copyOf(new LinkedHashSet<>(examples));
    }

    private static String asked(Parameter parameter) {
        return parameter.name() + "=" + UriUtils.encode(parameter.example(), StandardCharsets.UTF_8);
    }
}
