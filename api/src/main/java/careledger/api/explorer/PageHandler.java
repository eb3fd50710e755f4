package careledger.api.explorer;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.CanonicalJson;
import careledger.api.error.ApiException;
import careledger.api.error.ErrorAnswer;
import careledger.api.error.RequestId;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.explorer.file.FileForm;
import careledger.api.namedquery.ProgramDigest;
import careledger.api.notice.Notices;
import careledger.api.web.AnswerSender;
import careledger.api.web.BytesBody;
import careledger.api.web.CacheHeaders;
import careledger.api.web.Encoding;
import careledger.api.web.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** Answers every page and its files: sends nothing to one who holds what this release makes already. */
@Component
final class PageHandler implements HttpRequestHandler {
    private static final List<String> METHODS = List.of("GET", "HEAD");

    /** Pages change with the program and with the notices, which are read once. */
    private final String program;

    private final Pins pins;
    private final PageMakers makers;
    private final Chromes chromes;
    private final PageWriter writer;
    private final KeptPages kept;
    private final Notices notices;

    PageHandler(Pins pins, PageMakers makers, Chromes chromes, PageWriter writer, KeptPages kept, Notices notices) {
        this.notices = notices;
        this.program = ProgramDigest.compute() + CanonicalJson.hash(notices.toString());
        this.pins = pins;
        this.makers = makers;
        this.chromes = chromes;
        this.writer = writer;
        this.kept = kept;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        if (!METHODS.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), METHODS);
        }
        RequestedPage asked = RequestedPage.of(request);
        PageHead.write(response);
        QueryTime time = QueryTime.of(request::getAttribute);
        @Nullable ReleaseCatalogue catalogue = null;
        try (RequestRelease release =
                pins.take(asked.address().choice(Route.RELEASE), asked.form().isPresent(), time)) {
            catalogue = release.catalogue();
            Optional<Address> now = ReplacedAddress.of(asked.address(), release.catalogue());
            if (now.isPresent()) {
                moved(asked, now.get(), request, response);
            } else {
                answer(asked, release, time, request, response);
            }
        } catch (RuntimeException e) {
            if (asked.form().isPresent()) {
                ApiException refused = ApiException.atAnAddress(e, RequestId.given(request), request.getRequestURI());
                ErrorAnswer.write(refused, request, response);
            } else {
                problem(PageProblems.of(e, asked.address(), catalogue), asked.address(), request, response);
            }
        }
    }

    private static void moved(
            RequestedPage asked, Address now, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheHeaders.FOR_MINUTES);
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + new RequestedPage(now, asked.form(), asked.base()).link());
    }

    private void problem(PageContent problem, Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        String page = writer.write(problem, chromes.without(address, problem));
        send(page.getBytes(StandardCharsets.UTF_8), Optional.empty(), Encoding.wanted(request), request, response);
    }

    private void answer(
            RequestedPage asked,
            RequestRelease release,
            QueryTime time,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Encoding encoding =
                asked.form().filter(FileForm::packed).isPresent() ? Encoding.PLAIN : Encoding.wanted(request);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gone(asked, release) || !asked.address().route().ofRelease()) {
            byte[] page = made(asked, release, time);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            send(page, asked.form(), encoding, request, response);
            return;
        }
        String key = release.version() + "|" + asked.base() + asked.link();
        CacheHeaders freshness = new CacheHeaders(
                CanonicalJson.hash(key + "|" + program), release.served().openedAt(), CacheHeaders.FOR_MINUTES);
        if (freshness.heldBy(request, encoding)) {
            freshness.write(request, response, encoding);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] page = kept.find(key).orElseGet(() -> keep(key, made(asked, release, time)));
        freshness.write(request, response, encoding);
        response.setHeader("X-Data-Version", release.version());
        send(page, asked.form(), encoding, request, response);
    }

    /** Whether the address names a release that is no longer kept, so that the page shows the current figures. */
    private static boolean gone(RequestedPage asked, RequestRelease release) {
        return asked.address()
                .choice(Route.RELEASE)
                .filter(id -> !id.equals(release.version()))
                .isPresent();
    }

    private byte[] keep(String key, byte[] page) {
        kept.keep(key, page);
        return page;
    }

    private byte[] made(RequestedPage asked, RequestRelease release, QueryTime time) {
        RequestedPage shown = gone(asked, release) ? asked.current() : asked;
        PageContent content = makers.make(shown, release);
        Optional<FileForm> tables = asked.form().filter(FileForm.TABLES::contains);
        if (tables.isPresent()) {
            return PageFiles.write(asked, content, release, tables.get(), notices);
        }
        Optional<Pin> pin = pins.notice(asked, content, release, time);
        Chrome chrome = chromes.of(shown.address(), content, release, pin.orElse(null));
        if (asked.form().isPresent()) {
            return writer.print(content, chrome);
        }
        return asked.address()
                .choice(Route.RELEASE)
                .filter(release.version()::equals)
                .map(id -> writer.write(content, chrome, id))
                .orElseGet(() -> writer.write(content, chrome))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(
            byte[] page,
            Optional<FileForm> form,
            Encoding encoding,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(form.map(FileForm::type).orElse("text/html;charset=UTF-8"));
        form.ifPresent(one ->
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName(request) + "\""));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        encoding.head(response);
        BytesBody body = new BytesBody(encoding.of(page));
        RequestContext.current().ifPresent(RequestContext::produced);
        AnswerSender.send(body, request, response);
    }

    /** The words of the address with hyphens between them, which every system takes. */
    private static String fileName(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst("^/", "")
                .replaceAll("[^A-Za-z0-9_.]+", "-");
    }
}
