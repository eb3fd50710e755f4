package careledger.api.explorer;

import careledger.api.explorer.file.FileForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

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
            Address address = new Address(route, id(request, pattern), choices);
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

    /** Matched here: the mapping loses the variables of a path that has a prefix before it. */
    private static String id(HttpServletRequest request, String pattern) {
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        PathPattern.PathMatchInfo found =
                PathPatternParser.defaultInstance.parse(pattern).matchAndExtract(path);
        return found == null ? "" : found.getUriVariables().getOrDefault("id", "");
    }

    /** The same of the current release. */
    RequestedPage current() {
        return new RequestedPage(address.without(Route.RELEASE), form, base);
    }

    /** As it was asked for, with what the address does not need left out. */
    String link() {
        return form.map(one -> address.as(one.suffix())).orElseGet(address::link);
    }
}
