package careledger.answers.observation;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.QueryLimits;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Echo;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Checks a filter, as it was written, against what the release contains. */
public final class FilterCheck {
    private static final int MOST_WORDS = 10;

    private final UnknownIds unknown;
    private final ReleaseCatalogue catalogue;
    private final QueryLimits limits;
    private final InvalidArguments refusals = new InvalidArguments();

    public FilterCheck(ReleaseCatalogue catalogue, QueryLimits limits) {
        this.catalogue = catalogue;
        this.unknown = new UnknownIds(catalogue);
        this.limits = limits;
    }

    /**
     * Names in the filter become ids.
     *
     * @param at position of the filter in the request
     * @throws careledger.answers.query.InvalidQueryException with everything that is wrong
     */
    public void check(FilterDraft filter, ArgumentPath at) {
        read(filter, at);
        refusals.throwIfAny();
    }

    private void read(FilterDraft filter, ArgumentPath at) {
        Names names = new Names(catalogue);
        filter.indicators = names.indicators(filter.indicators);
        filter.topics = names.topics(filter.topics);
        filter.areas = names.areas(filter.areas);
        filter.sources = names.sources(filter.sources);
        filter.by = names.dimensions(filter.by);
        filter.members =
                filter.members.stream().map(members -> members.known(catalogue)).toList();
        each(filter.indicators, at.at("indicators"), unknown::indicator);
        each(filter.topics, at.at("topics"), unknown::topic);
        each(filter.areas, at.at("areas"), unknown::area);
        each(filter.periods, at.at("periods"), FilterCheck::period);
        each(filter.reportingYears, at.at("reportingYears"), (year, place) -> Optional.empty());
        each(filter.by, at.at("by"), unknown::dimension);
        each(filter.sources, at.at("sources"), unknown::source);
        each(filter.members, at.at("members"), (members, place) -> Optional.empty());
        for (int i = 0; i < filter.members.size(); i++) {
            members(filter.members.get(i), at.at("members").at(i));
        }
        bounds(filter, at);
        values(filter.value, at);
        words(filter.words, at);
        all(filter.anyOf, at.at("anyOf"));
        all(filter.noneOf, at.at("noneOf"));
    }

    private void all(List<FilterDraft> conditions, ArgumentPath at) {
        each(conditions, at, (condition, place) -> Optional.empty());
        for (int i = 0; i < Math.min(conditions.size(), limits.listLength()); i++) {
            read(conditions.get(i), at.at(i));
        }
    }

    private void words(List<String> words, ArgumentPath at) {
        if (words.size() > MOST_WORDS) {
            refusals.add(InvalidArgument.badInput(
                    at.at("text"),
                    "'text' has " + words.size() + " words; the most is " + MOST_WORDS + ".",
                    "A figure is found that holds every word; leave out the common ones."));
        }
    }

    private void values(ValueFilter value, ArgumentPath at) {
        if (value.from() != null && value.to() != null && value.from() > value.to()) {
            refusals.add(InvalidArgument.badInput(
                    at.at("valueFrom"),
                    "'valueFrom' is " + value.from() + ", above 'valueTo', which is " + value.to() + ".",
                    "Both are bounds on the value, and both are included."));
        }
    }

    private void members(MemberFilter wanted, ArgumentPath at) {
        Optional<InvalidArgument> noDimension = unknown.dimension(wanted.dimension(), at.at("dimension"));
        noDimension.ifPresent(refusals::add);
        if (wanted.members().isEmpty()) {
            refusals.add(InvalidArgument.badInput(
                    at.at("members"), "No member is named.", "Name at least one member of the dimension."));
        }
        catalogue
                .dimension(wanted.dimension())
                .ifPresent(dimension ->
                        each(wanted.members(), at.at("members"), (id, place) -> unknown.member(dimension, id, place)));
    }

    private void bounds(FilterDraft filter, ArgumentPath at) {
        if (filter.from != null && filter.to != null && filter.from.isAfter(filter.to)) {
            refusals.add(InvalidArgument.badInput(
                    at.at("from"),
                    "'from' is " + filter.from + ", after 'to', which is " + filter.to + ".",
                    "Both are bounds on the period's last day, and both are included."));
        }
        if (filter.latest != null && filter.latest < 1) {
            refusals.add(InvalidArgument.badInput(
                    at.at("latest"),
                    "'latest' is " + filter.latest + "; expected 1 or more.",
                    "It keeps the newest so many periods of each series."));
        }
        if (filter.valueKinds.isEmpty()) {
            refusals.add(InvalidArgument.badInput(
                    at.at("valueKinds"),
                    "No value kind is named.",
                    "Leave it out for " + ObservationFilter.USUAL_KINDS + "."));
        }
    }

    private <T> void each(
            List<T> values, ArgumentPath at, BiFunction<T, ArgumentPath, Optional<InvalidArgument>> check) {
        if (values.size() > limits.listLength()) {
            refusals.add(InvalidArgument.limit(at, QueryLimits.LIST_LENGTH, limits.listLength(), values.size()));
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            check.apply(values.get(i), at.at(i)).ifPresent(refusals::add);
        }
    }

    private static Optional<InvalidArgument> period(String id, ArgumentPath at) {
        try {
            TimePeriod.parse(id);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(InvalidArgument.badInput(
                    at, "'" + Echo.of(id) + "' is not a period.", "A period is " + TimePeriod.GRAMMAR + "."));
        }
    }
}
