package careledger.api.explorer;

import careledger.api.explorer.file.FileForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What a request asks for.
 *
 * @param form the file that is wanted; none where the page itself is
 * @param base address of the service, without a slash at its end
 */
record RequestedPage(Address address, Optional<FileForm> form, String base) {
    static RequestedPage of(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Map<String, String> choices = new LinkedHashMap<>();
        for (String name : Collections.list(request.getParameterNames())) {
            choices.put(name, String.join(",", request.getParameterValues(name)));
        }
        String base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        for (Route route : Route.values()) {
            Address address = new Address(route, id(request), choices);
            if (route.pattern().equals(pattern)) {
                return new RequestedPage(address, Optional.empty(), base);
            }
            Optional<FileForm> form = route.files().stream()
                    .filter(one -> route.pattern(one).equals(pattern))
                    .findFirst();
            if (form.isPresent()) {
                return new RequestedPage(address, form, base);
            }
        }
        throw new IllegalStateException("no route has the pattern '" + pattern + "'");
    }

    private static String id(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> found && found.get("id") instanceof String text ? text : "";
    }

    /** As it was asked for, with what the address does not need left out. */
    String link() {
        return form.map(one -> address.as(one.suffix())).orElseGet(address::link);
    }
}
