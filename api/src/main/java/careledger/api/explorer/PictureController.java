package careledger.api.explorer;

import careledger.answers.query.CanonicalJson;
import careledger.answers.query.InvalidQueryException;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.explorer.chart.ChartSize;
import careledger.api.explorer.chart.Drawing;
import careledger.api.notice.Notices;
import careledger.api.png.PngWriter;
import careledger.api.web.AnswerSender;
import careledger.api.web.BytesBody;
import careledger.api.web.CacheHeaders;
import careledger.api.web.Encoding;
import careledger.api.web.TextAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The chart of an indicator's page as a picture of its own, SVG or PNG; {@code width=narrow} gives the one for phones. */
@RestController
final class PictureController {
    private static final String VERSION = "X-Data-Version";
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore drawing = new Semaphore(1);
    private final Pins pins;
    private final IndicatorPage pages;
    private final String focus;

    PictureController(Pins pins, IndicatorPage pages, CareLedgerProperties properties) {
        this.pins = pins;
        this.pages = pages;
        this.focus = properties.focusArea();
    }

    @GetMapping("/indicators/{id}.svg")
    void picture(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (RequestRelease release = release(request)) {
            String svg = svg(id, release, request);
            PageHead.write(response);
            response.setHeader(VERSION, release.version());
            new TextAnswer(svg, "image/svg+xml;charset=UTF-8", release.served().openedAt()).send(request, response);
        }
    }

    /** The same for programs that take no SVG. */
    @GetMapping("/indicators/{id}.png")
    void points(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (RequestRelease release = release(request)) {
            String svg = svg(id, release, request);
            CacheHeaders held = new CacheHeaders(
                    CanonicalJson.hash("png " + svg), release.served().openedAt(), CacheHeaders.FOR_MINUTES);
            PageHead.write(response);
            response.setHeader(VERSION, release.version());
            held.write(request, response, Encoding.PLAIN);
            if (held.heldBy(request, Encoding.PLAIN)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentType("image/png");
            AnswerSender.send(new BytesBody(png(svg)), request, response);
        }
    }

    /** One at a time: a picture keeps a processor busy for a good part of a second. */
    private byte[] png(String svg) {
        try {
            if (!drawing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return PngWriter.write(svg);
        } finally {
            drawing.release();
        }
    }

    private static ApiException busy() {
        return ApiException.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemCode.OVERLOADED,
                "Others are having pictures drawn.",
                "Try again in a moment, or take the chart as .svg.");
    }

    private RequestRelease release(HttpServletRequest request) {
        return pins.take(
                Optional.ofNullable(request.getParameter(Route.RELEASE)), true, QueryTime.of(request::getAttribute));
    }

    /** What is not known is not there, as for the page itself. */
    private IndicatorCharts charts(PageVisit visit) {
        try {
            return pages.charts(visit);
        } catch (InvalidQueryException refused) {
            throw ApiException.atAnAddress(refused);
        }
    }

    private String svg(String id, RequestRelease release, HttpServletRequest request) {
        Map<String, String> choices = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> choices.put(name, values[0]));
        ChartSize size = "narrow".equals(choices.get("width")) ? ChartSize.NARROW : ChartSize.WIDE;
        PageVisit visit = new PageVisit(new Address(Route.INDICATOR, id, choices), release, focus, "", Notices.NONE);
        return charts(visit)
                .picture(size)
                .map(Drawing::svg)
                .orElseThrow(() -> ApiException.of(
                        HttpStatus.NOT_FOUND,
                        ProblemCode.NOT_FOUND,
                        "There is nothing to draw of '" + id + "' for this area.",
                        "The page of the measure says why, and which areas have figures."));
    }
}
