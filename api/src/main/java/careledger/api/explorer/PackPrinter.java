package careledger.api.explorer;

import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.explorer.file.FileForm;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prints the papers for a board where nobody asks over HTTP. */
@Component
public final class PackPrinter {
    private final RequestReleases releases;
    private final PageMakers makers;
    private final Chromes chromes;
    private final PageWriter writer;

    PackPrinter(RequestReleases releases, PageMakers makers, Chromes chromes, PageWriter writer) {
        this.releases = releases;
        this.makers = makers;
        this.chromes = chromes;
        this.writer = writer;
    }

    /**
     * The PDF of a scorecard.
     *
     * @param card id of the scorecard; the one of the front page where it is empty
     * @param period id; the newest where it is empty
     * @param area code; that of the service where it is empty
     * @param base address of the service that readers can go to; empty where there is none
     * @throws careledger.answers.query.InvalidQueryException that names the nearest ids where one is unknown
     */
    public byte[] print(String card, String period, String area, String base) {
        Address address =
                new Address(Route.PACK, card.isEmpty() ? Chromes.CARD : card, Map.of("period", period, "area", area));
        RequestedPage asked = new RequestedPage(address, Optional.of(FileForm.PDF), base);
        try (RequestRelease release = releases.take(new QueryTime())) {
            PageContent content = makers.make(asked, release);
            return writer.print(content, chromes.of(address, content, release, null));
        }
    }
}
