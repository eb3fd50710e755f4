package careledger.api.graphql;

import careledger.answers.catalogue.AvailabilityEntry;
import careledger.answers.catalogue.AvailabilityQuery;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.RelatedEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What can be asked about: indicators, with where and since when there are figures. */
@Controller
final class IndicatorController {
    private static final String FIELD = "indicators";

    private static final String AVAILABILITY = "Indicator.availability";

    private final QueryLimits limits;

    IndicatorController(CareLedgerProperties properties, BatchLoaderRegistry loaders) {
        this.limits = properties.limits().question();
        loaders.<Wanted, List<AvailabilityEntry>>forName(AVAILABILITY)
                .registerMappedBatchLoader((wanted, environment) -> Mono.fromSupplier(() -> availability(wanted)));
    }

    @QueryMapping
    Page<IndicatorEntry> indicators(
            @Argument @Nullable String search,
            @Argument @Nullable String topic,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        Optional<String> ofTopic = Optional.ofNullable(topic)
                .map(text -> new Names(catalogue).topics(List.of(text)).get(0));
        ofTopic.flatMap(id -> new UnknownIds(catalogue).topic(id, ArgumentPath.of(FIELD, "topic")))
                .ifPresent(IndicatorController::refuse);
        Collection<IndicatorEntry> found = search == null || search.isBlank()
                ? catalogue.indicators()
                : catalogue.search().find(search);
        List<IndicatorEntry> wanted = found.stream()
                .filter(indicator -> ofTopic.isEmpty() || indicator.topic().id().equals(ofTopic.get()))
                .toList();
        PageRequest page =
                PageRequest.of(FIELD, first, after, release.version(), search + "|" + ofTopic.orElse(null), 1, limits);
        return Page.of(wanted, IndicatorEntry::id, page);
    }

    @QueryMapping
    IndicatorEntry indicator(@Argument("id") String named, @ContextValue(RequestRelease.KEY) RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        String id = new Names(catalogue).indicator(named);
        new UnknownIds(catalogue)
                .indicator(id, ArgumentPath.of("indicator", "id"))
                .ifPresent(IndicatorController::refuse);
        return catalogue.indicator(id).orElseThrow();
    }

    @SchemaMapping(typeName = "RelatedIndicator", field = "indicator")
    IndicatorEntry related(RelatedEntry related, RequestRelease release) {
        return release.catalogue().indicator(related.indicatorId()).orElseThrow();
    }

    /** Of the release that the root field above names, as the other fields below it. */
    @SchemaMapping(typeName = "Indicator", field = "availability")
    CompletableFuture<List<AvailabilityEntry>> availability(
            IndicatorEntry indicator, RequestRelease release, DataFetchingEnvironment field) {
        DataLoader<Wanted, List<AvailabilityEntry>> loader = Objects.requireNonNull(field.getDataLoader(AVAILABILITY));
        return loader.load(new Wanted(release, indicator.id()));
    }

    /** One statement for all indicators of one release. */
    private static Map<Wanted, List<AvailabilityEntry>> availability(Set<Wanted> wanted) {
        Map<RequestRelease, List<String>> byRelease = wanted.stream()
                .collect(Collectors.groupingBy(
                        Wanted::release,
                        LinkedHashMap::new,
                        Collectors.mapping(Wanted::indicator, Collectors.toList())));
        Map<Wanted, List<AvailabilityEntry>> found = new HashMap<>();
        byRelease.forEach((release, indicators) -> {
            ReleaseCatalogue catalogue = release.catalogue();
            AvailabilityQuery question = new AvailabilityQuery(indicators);
            Map<String, List<AvailabilityEntry>> answers = release.query(sql -> question.answer(sql, catalogue));
            indicators.forEach(
                    indicator -> found.put(new Wanted(release, indicator), answers.getOrDefault(indicator, List.of())));
        });
        return found;
    }

    private record Wanted(RequestRelease release, String indicator) {}

    private static void refuse(InvalidArgument refusal) {
        throw new InvalidQueryException(refusal);
    }
}
