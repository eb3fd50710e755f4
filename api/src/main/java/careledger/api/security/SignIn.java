package careledger.api.security;

import careledger.api.error.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Lets readers of a closed service sign in and out with a browser. Forms are taken from this service's own pages only, and
 * lead to its own addresses only.
 */
final class SignIn extends OncePerRequestFilter {
    static final String IN = "/sign-in";
    static final String OUT = "/sign-out";

    private static final List<String> PROVIDER = List.of(ProviderSignIn.BEGIN, ProviderSignIn.FINISH);
    private static final int LONGEST_FORM = 16_384;

    private final Sessions sessions;
    private final SignInAnswers answers;
    /** Empty where readers sign in with keys only. */
    private final Optional<ProviderSignIn> provider;

    private final RateLimit rates;
    private final long cost;

    /** @param cost of a key that is not taken */
    SignIn(Sessions sessions, SignInAnswers answers, Optional<ProviderSignIn> provider, RateLimit rates, long cost) {
        this.sessions = sessions;
        this.answers = answers;
        this.provider = provider;
        this.rates = rates;
        this.cost = cost;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return !List.of(IN, OUT).contains(path) && !(provider.isPresent() && PROVIDER.contains(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean form = request.getMethod().equals("POST");
        Map<String, String> sent = fields(form ? body(request) : request.getQueryString());
        String to = SignInAnswers.own(sent.get("to"));
        if (PROVIDER.contains(path(request))) {
            throughProvider(form, sent, request, response);
        } else if (form && !fromHere(request)) {
            DenialWriter.write(elsewhere(), request, response);
        } else if (form && path(request).equals(OUT)) {
            sessions.end(request, response);
            response.setHeader("Clear-Site-Data", "\"cache\"");
            answers.redirect(request.getContextPath() + IN, response);
        } else if (form) {
            signIn(sent.getOrDefault("key", "").strip(), to, request, response);
        } else {
            answers.show(HttpStatus.OK, to, "", request, response);
        }
    }

    private void throughProvider(
            boolean form, Map<String, String> sent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (form || request.getMethod().equals("HEAD")) {
            answers.redirect(request.getContextPath() + IN, response);
        } else if (path(request).equals(ProviderSignIn.BEGIN)) {
            provider.orElseThrow().begin(SignInAnswers.own(sent.get("to")), request, response);
        } else {
            provider.orElseThrow().finish(sent, request, response);
        }
    }

    private void signIn(String key, String to, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (sessions.begin(new KeySecret(key), response)) {
            answers.redirect(request.getContextPath() + to, response);
        } else if (rates.failed(cost, request, response)) {
            answers.show(
                    HttpStatus.UNAUTHORIZED,
                    to,
                    "This key is not known, or is no longer valid. A key begins with " + KeySecret.PREFIX
                            + " and has 64 letters and digits after it.",
                    request,
                    response);
        }
    }

    /** The page in the place of one that only those see who have signed in, where a person is likely to read it. */
    boolean showInstead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") || !forPeople(request)) {
            return false;
        }
        String query = request.getQueryString();
        answers.show(
                HttpStatus.UNAUTHORIZED,
                SignInAnswers.own(path(request) + (query == null ? "" : "?" + query)),
                "",
                request,
                response);
        return true;
    }

    /** The body has been read by the time that this filter sees it, so that the server finds no fields in it. */
    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), MisplacedKey.decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Browsers say from where a form was sent; one that does not, says nothing or this very address. */
    private static boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST))
                || origin.equals(ServletUriComponentsBuilder.fromContextPath(request)
                        .replacePath(null)
                        .toUriString());
    }

    private static boolean forPeople(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
                    .anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Denial elsewhere() {
        return Denial.of(
                HttpStatus.FORBIDDEN,
                ProblemCode.FORBIDDEN,
                "This form was sent from another site.",
                "Sign in on the page " + IN + " of this service.");
    }
}
