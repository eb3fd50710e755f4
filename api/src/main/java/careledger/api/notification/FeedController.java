package careledger.api.notification;

import careledger.answers.serving.Warehouse;
import careledger.answers.serving.WarehouseStatus;
import careledger.api.config.CareLedgerProperties;
import careledger.api.web.AnyOrigin;
import careledger.api.web.TextAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The newest releases, for readers of feeds. */
@RestController
@AnyOrigin
final class FeedController {
    private static final int ENTRIES = 50;

    private final ReleaseNews queryExecutor;
    private final Warehouse warehouse;
    private final String area;

    FeedController(ReleaseNews queryExecutor, Warehouse warehouse, CareLedgerProperties properties) {
        this.queryExecutor = queryExecutor;
        this.warehouse = warehouse;
        this.area = properties.focusArea();
    }

    @GetMapping(ReleaseFeed.PATH)
    void feed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        WarehouseStatus status = warehouse.status();
        ReleaseFeed feed = new ReleaseFeed(base, area, status.servedRelease(), queryExecutor.newest(ENTRIES));
        Instant changed = feed.updated().isAfter(status.since()) ? feed.updated() : status.since();
        new TextAnswer(feed.text(), "application/atom+xml;charset=UTF-8", changed).send(request, response);
    }
}
