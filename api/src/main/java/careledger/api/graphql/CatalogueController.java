package careledger.api.graphql;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The lists that figures are filed under: topics, dimensions, areas, periods, sources. */
@Controller
final class CatalogueController {
    private final QueryLimits limits;

    CatalogueController(CareLedgerProperties properties) {
        this.limits = properties.limits().question();
    }

    @QueryMapping
    Collection<TopicEntry> topics(@ContextValue(RequestRelease.KEY) RequestRelease release) {
        return release.catalogue().topics();
    }

    @QueryMapping
    Collection<DimensionEntry> dimensions(@ContextValue(RequestRelease.KEY) RequestRelease release) {
        return release.catalogue().dimensions();
    }

    @QueryMapping
    List<AreaEntry> areas(@Argument @Nullable AreaKind kind, @ContextValue(RequestRelease.KEY) RequestRelease release) {
        return release.catalogue().areas().stream()
                .filter(area -> kind == null || area.kind() == kind)
                .toList();
    }

    @SchemaMapping(typeName = "Area", field = "parent")
    @Nullable
    AreaEntry parent(AreaEntry area, RequestRelease release) {
        return area.parentId() == null
                ? null
                : release.catalogue().area(area.parentId()).orElse(null);
    }

    @SchemaMapping(typeName = "Area", field = "observations")
    int observations(AreaEntry area, RequestRelease release) {
        return release.catalogue().figuresOf(area);
    }

    @SchemaMapping(typeName = "Area", field = "successors")
    List<AreaEntry> successors(AreaEntry area, RequestRelease release) {
        return area.successorIds().stream()
                .flatMap(id -> release.catalogue().area(id).stream())
                .toList();
    }

    @QueryMapping
    List<PeriodEntry> periods(
            @Argument @Nullable PeriodKind kind,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of("periods", "from"),
                    "'from' is " + from + ", after 'to', which is " + to + ".",
                    "Both are bounds on the period's last day, and both are included."));
        }
        return release.catalogue().periods().stream()
                .filter(period -> kind == null || period.kind() == kind)
                .filter(period -> from == null || !period.end().isBefore(from))
                .filter(period -> to == null || !period.end().isAfter(to))
                .toList();
    }

    @QueryMapping
    Page<SourceEntry> sources(
            @Argument @Nullable String search,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        String text = search == null ? "" : search.toLowerCase(Locale.ROOT).strip();
        PageRequest page = PageRequest.of("sources", first, after, release.version(), text, 1, limits);
        return Page.of(
                release.catalogue().sources().stream()
                        .filter(source -> isAbout(source, text))
                        .toList(),
                SourceEntry::id,
                page);
    }

    /** Whether every word is in the id, title or publisher of a document. */
    private static boolean isAbout(SourceEntry source, String text) {
        String said = (source.id() + " " + source.title() + " " + source.publisher()).toLowerCase(Locale.ROOT);
        return Arrays.stream(text.split("\\s+")).allMatch(said::contains);
    }
}
