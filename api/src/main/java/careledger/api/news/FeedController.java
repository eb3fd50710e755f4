package careledger.api.news;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.transfer.OpenToAll;
import careledger.api.transfer.TextAnswer;
import careledger.warehouse.serving.Status;
import careledger.warehouse.serving.Warehouse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        Instant changed = feed.updated().isAfter(status.since()) ? feed.updated() : status.since();
        new TextAnswer(feed.text(), "application/atom+xml;charset=UTF-8", changed).send(request, response);
    }
}
