package careledger.api.about;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.release.ReleaseView;
import careledger.api.request.Answers;
import careledger.api.request.RequestRelease;
import careledger.warehouse.question.about.Counts;
import careledger.warehouse.question.catalogue.AreaEntry;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The front page of the data. */
@Controller
final class AboutController {
    private final CareLedgerProperties properties;
    private final Answers answers;

    AboutController(CareLedgerProperties properties, Answers answers) {
        this.properties = properties;
        this.answers = answers;
    }

    @QueryMapping
    About about(@ContextValue(RequestRelease.KEY) RequestRelease release) {
        AreaEntry focus = release.catalogue()
                .area(properties.focusArea())
                .orElseThrow(() -> new IllegalStateException(
                        "careledger.focusArea is '" + properties.focusArea() + "', which no area of the release is"));
        Counts counts = answers.get(release.version(), Counts.class, "", () -> release.ask(Counts::of), one -> 1);
        return new About(
                release.version(),
                ReleaseView.of(release.served().manifest(), true),
                focus,
                counts.observations(),
                counts.indicators(),
                counts.sources(),
                counts.firstPeriodEnd(),
                counts.lastPeriodEnd(),
                LimitList.of(properties.limits()));
    }
}
