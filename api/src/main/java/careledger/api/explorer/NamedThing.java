package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.query.ArgumentPath;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardReader;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What addresses of pages name: its word for readers, and the title of each. */
enum NamedThing {
    INDICATOR("measure"),
    MEASURES("measure"),
    AREA("area"),
    WITH("area"),
    BY("way of breaking figures down"),
    TOPIC("topic"),
    SOURCE("document"),
    SCORECARD("scorecard"),
    FIGURE("figure"),
    RUN("run"),
    RELEASE("data version");

    private final String word;

    NamedThing(String word) {
        this.word = word;
    }

    /** By the name of the argument that is to blame. */
    static Optional<NamedThing> of(ArgumentPath argument) {
        return argument.last().flatMap(name -> Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst());
    }

    String word() {
        return word;
    }

    /** Whether the search finds such things by their words. */
    boolean found() {
        return switch (this) {
            case INDICATOR, MEASURES, AREA, WITH, TOPIC, SOURCE -> true;
            default -> false;
        };
    }

    /** Empty where it has none. */
    Optional<String> title(String id, @Nullable ReleaseCatalogue catalogue) {
        if (this == SCORECARD) {
            return Optional.ofNullable(ScorecardReader.builtIn().get(id)).map(Scorecard::title);
        }
        return Optional.ofNullable(catalogue).flatMap(known -> switch (this) {
            case INDICATOR, MEASURES -> known.indicator(id).map(IndicatorEntry::title);
            case AREA, WITH -> known.area(id).map(AreaEntry::name);
            case BY -> known.dimension(id).map(DimensionEntry::title);
            case TOPIC -> known.topic(id).map(TopicEntry::title);
            case SOURCE -> known.source(id).map(SourceEntry::title);
            case SCORECARD, FIGURE, RUN, RELEASE -> Optional.empty();
        });
    }
}
