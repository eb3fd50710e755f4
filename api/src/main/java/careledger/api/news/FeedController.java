package careledger.api.news;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.transfer.Encoding;
import careledger.api.transfer.Freshness;
import careledger.api.transfer.OpenToAll;
import careledger.warehouse.question.CanonicalJson;
import careledger.warehouse.serving.Status;
import careledger.warehouse.serving.Warehouse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The newest releases, for readers of feeds. */
@RestController
@OpenToAll
final class FeedController {
    private static final int ENTRIES = 50;

    private final NewsDesk desk;
    private final Warehouse warehouse;
    private final String area;

    FeedController(NewsDesk desk, Warehouse warehouse, CareLedgerProperties properties) {
        this.desk = desk;
        this.warehouse = warehouse;
        this.area = properties.focusArea();
    }

    @GetMapping(ReleaseFeed.PATH)
    void feed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        Status status = warehouse.status();
        ReleaseFeed feed = new ReleaseFeed(base, area, status.servedRelease(), desk.newest(ENTRIES));
        String text = feed.text();
        Encoding encoding = Encoding.wanted(request);
        Instant changed = feed.updated().isAfter(status.since()) ? feed.updated() : status.since();
        Freshness freshness = new Freshness(CanonicalJson.hash(text), changed, Freshness.FOR_MINUTES);
        response.addHeader("Vary", "Accept-Encoding");
        freshness.write(request, response, encoding);
        if (freshness.heldBy(request, encoding)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/atom+xml;charset=UTF-8");
        try (OutputStream body = encoding.open(response)) {
            body.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
