package careledger.api.explorer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * The address of a page. It holds every choice that a reader has made, so that it can be sent to others; what is left out
 * is as usual.
 *
 * @param id which of many the page is about; empty where there is one
 * @param choices in the order in which the route names them; without empty ones and without those it does not know
 */
public record Address(Route route, String id, Map<String, String> choices) {
    /** Nothing that a reader chooses, and no page may hold them. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    public Address {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : route.choices()) {
            String value = CONTROL.matcher(choices.getOrDefault(name, ""))
                    .replaceAll(" ")
                    .strip();
            if (!value.isEmpty()) {
                known.put(name, value);
            }
        }
        choices = Collections.unmodifiableMap(known);
    }

    /** What a reader has chosen. */
    public Optional<String> choice(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    /** The same page with another choice; an empty one takes it away. */
    public Address with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(choices);
        other.put(name, value);
        return new Address(route, id, other);
    }

    public Address without(String name) {
        return with(name, "");
    }

    /** Another page about the same thing, with the choices that it knows too. */
    public Address to(Route other) {
        return new Address(other, id, choices);
    }

    /** The same as a file, as in {@code .csv}. */
    public String as(String form) {
        return (route == Route.FRONT ? Route.FRONT_FILE : path()) + "." + form + query();
    }

    /** As a link holds it. */
    public String link() {
        return path() + query();
    }

    /** As a link holds it; so that a template can write it as it is. */
    @Override
    public String toString() {
        return link();
    }

    private String path() {
        return route.pattern().replace("{id}", UriUtils.encodePathSegment(id, StandardCharsets.UTF_8));
    }

    private String query() {
        return choices.isEmpty()
                ? ""
                : choices.entrySet().stream()
                        .map(choice -> choice.getKey() + "=" + encoded(choice.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
