package careledger.api.explorer;

import careledger.answers.query.CanonicalJson;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.namedquery.ProgramDigest;
import careledger.api.web.AnswerBudget;
import careledger.api.web.AnswerSender;
import careledger.api.web.BytesBody;
import careledger.api.web.CacheHeaders;
import careledger.api.web.Encoding;
import careledger.api.web.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers every page: finds its maker, and sends nothing to one who holds the page of this release already. */
@Component
final class PageHandler implements HttpRequestHandler {
    private static final List<String> METHODS = List.of("GET", "HEAD");

    /** Memory reserved while a page is made: its figures, its text and its bytes. */
    private static final long PAGE_BYTES = 2 * 1024 * 1024;

    private final Map<Route, PageMaker> makers = new EnumMap<>(Route.class);
    private final String program = ProgramDigest.compute();
    private final RequestReleases releases;
    private final CareLedgerProperties properties;
    private final Chromes chromes;
    private final PageWriter writer;
    private final KeptPages kept;
    private final AnswerBudget budget;

    PageHandler(
            List<PageMaker> makers,
            RequestReleases releases,
            CareLedgerProperties properties,
            Chromes chromes,
            PageWriter writer,
            KeptPages kept,
            AnswerBudget budget) {
        makers.forEach(maker -> this.makers.put(maker.route(), maker));
        this.releases = releases;
        this.properties = properties;
        this.chromes = chromes;
        this.writer = writer;
        this.kept = kept;
        this.budget = budget;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        if (!METHODS.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), METHODS);
        }
        Address address = address(request);
        PageHead.write(response);
        try (RequestRelease release = releases.take(QueryTime.of(request::getAttribute))) {
            answer(address, release, request, response);
        } catch (RuntimeException e) {
            PageContent problem = PageProblems.of(e, address);
            response.setStatus(problem.status());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            }
            send(writer.write(problem, chromes.without(address, problem)), Encoding.wanted(request), request, response);
        }
    }

    private void answer(
            Address address, RequestRelease release, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Encoding encoding = Encoding.wanted(request);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!address.route().ofRelease()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            send(made(address, release, base(request)), encoding, request, response);
            return;
        }
        String base = base(request);
        String key = release.version() + "|" + base + address.link();
        CacheHeaders freshness = new CacheHeaders(
                CanonicalJson.hash(key + "|" + program), release.served().openedAt(), CacheHeaders.FOR_MINUTES);
        if (freshness.heldBy(request, encoding)) {
            freshness.write(request, response, encoding);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String page = kept.find(key).orElseGet(() -> keep(key, made(address, release, base)));
        freshness.write(request, response, encoding);
        response.setHeader("X-Data-Version", release.version());
        send(page, encoding, request, response);
    }

    private String keep(String key, String page) {
        kept.keep(key, page);
        return page;
    }

    private String made(Address address, RequestRelease release, String base) {
        PageMaker maker = makers.get(address.route());
        if (maker == null) {
            throw new IllegalStateException("nothing makes the pages of " + address.route());
        }
        RequestContext.current().ifPresent(context -> context.reserve(budget, PAGE_BYTES));
        PageContent content = maker.make(new PageVisit(address, release, properties.focusArea(), base));
        return writer.write(content, chromes.of(address, content, release));
    }

    private static void send(String page, Encoding encoding, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        encoding.head(response);
        BytesBody body = new BytesBody(encoding.of(page.getBytes(StandardCharsets.UTF_8)));
        RequestContext.current().ifPresent(RequestContext::produced);
        AnswerSender.send(body, request, response);
    }

    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    private static Address address(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Route route = List.of(Route.values()).stream()
                .filter(one -> one.pattern().equals(pattern))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no route has the pattern '" + pattern + "'"));
        Map<String, String> choices = new LinkedHashMap<>();
        for (String name : Collections.list(request.getParameterNames())) {
            choices.put(name, String.join(",", request.getParameterValues(name)));
        }
        return new Address(route, id(request), choices);
    }

    private static String id(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> found && found.get("id") instanceof String text ? text : "";
    }
}
