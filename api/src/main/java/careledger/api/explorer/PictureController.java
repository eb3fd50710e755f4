package careledger.api.explorer;

import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.explorer.chart.ChartSize;
import careledger.api.explorer.chart.TrendDrawing;
import careledger.api.explorer.chart.TrendPicture;
import careledger.api.notice.Notices;
import careledger.api.web.TextAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The chart of an indicator's page as a picture of its own; {@code width=narrow} gives the one for phones. */
@RestController
final class PictureController {
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
        Map<String, String> choices = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> choices.put(name, values[0]));
        ChartSize size = "narrow".equals(choices.get("width")) ? ChartSize.NARROW : ChartSize.WIDE;
        try (RequestRelease release =
                pins.take(Optional.ofNullable(choices.get(Route.RELEASE)), true, QueryTime.of(request::getAttribute))) {
            PageVisit visit =
                    new PageVisit(new Address(Route.INDICATOR, id, choices), release, focus, "", Notices.NONE);
            TrendPicture picture = pages.charts(visit).pictures().stream()
                    .findFirst()
                    .orElseThrow(() -> ApiException.of(
                            HttpStatus.NOT_FOUND,
                            ProblemCode.NOT_FOUND,
                            "There is nothing to draw of '" + id + "' for this area.",
                            "The page of the measure says why, and which areas have figures."));
            PageHead.write(response);
            response.setHeader("X-Data-Version", release.version());
            new TextAnswer(
                            TrendDrawing.of(picture, size, "chart").svg(),
                            "image/svg+xml;charset=UTF-8",
                            release.served().openedAt())
                    .send(request, response);
        }
    }
}
