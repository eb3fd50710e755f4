package careledger.api.graphql;

import careledger.answers.about.ReleaseCounts;
import careledger.answers.catalogue.AreaEntry;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import org.springframework.core.env.Environment;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The front page of the data. */
@Controller
final class AboutController {
    private final CareLedgerProperties properties;
    private final Environment environment;
    private final AnswerCache answers;

    AboutController(CareLedgerProperties properties, Environment environment, AnswerCache answers) {
        this.properties = properties;
        this.environment = environment;
        this.answers = answers;
    }

    @QueryMapping
    About about(@ContextValue(RequestRelease.KEY) RequestRelease release) {
        AreaEntry focus = release.catalogue()
                .area(properties.focusArea())
                .orElseThrow(() -> new IllegalStateException(
                        "careledger.focusArea is '" + properties.focusArea() + "', which no area of the release is"));
        ReleaseCounts counts = answers.get(
                release.version(), ReleaseCounts.class, "", () -> release.query(ReleaseCounts::of), one -> 1);
        return new About(
                release.version(),
                ReleaseView.of(release.served().manifest(), true),
                focus,
                counts.observations(),
                release.catalogue().indicators().size(),
                counts.indicators(),
                counts.sources(),
                counts.firstPeriodEnd(),
                counts.lastPeriodEnd(),
                LimitList.of(properties, environment));
    }
}
