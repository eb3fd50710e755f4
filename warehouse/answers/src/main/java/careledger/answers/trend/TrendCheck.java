package careledger.answers.trend;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.observation.MemberFilter;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArguments;
import careledger.answers.query.QueryLimits;
import java.util.List;

/** Holds a question for a trend against what the release knows. */
public final class TrendCheck {
    private static final ArgumentPath FIELD = ArgumentPath.of("trend");

    private final ReleaseCatalogue catalogue;
    private final UnknownIds unknown;
    private final QueryLimits limits;
    private final InvalidArguments refusals = new InvalidArguments();

    public TrendCheck(ReleaseCatalogue catalogue, QueryLimits limits) {
        this.catalogue = catalogue;
        this.unknown = new UnknownIds(catalogue);
        this.limits = limits;
    }

    /**
     * @param areas as written, so that an error can name a position
     * @param breakdown as written
     * @throws careledger.answers.query.InvalidQueryException with everything that is wrong
     */
    public void check(TrendQuery question, List<String> areas, List<MemberFilter> breakdown) {
        unknown.indicator(question.indicator(), FIELD.at("indicator")).ifPresent(refusals::add);
        ArgumentPath areasAt = FIELD.at("areas");
        if (length(areas, areasAt)) {
            for (int i = 0; i < areas.size(); i++) {
                unknown.area(areas.get(i), areasAt.at(i)).ifPresent(refusals::add);
            }
        }
        ArgumentPath breakdownAt = FIELD.at("breakdown");
        if (length(breakdown, breakdownAt)) {
            for (int i = 0; i < breakdown.size(); i++) {
                members(breakdown.get(i), breakdownAt.at(i));
            }
        }
        if (question.from() != null && question.to() != null && question.from().isAfter(question.to())) {
            refusals.add(InvalidArgument.badInput(
                    FIELD.at("from"),
                    "'from' is " + question.from() + ", after 'to', which is " + question.to() + ".",
                    "Both are bounds on the period's last day, and both are included."));
        }
        refusals.throwIfAny();
    }

    private void members(MemberFilter wanted, ArgumentPath at) {
        unknown.dimension(wanted.dimension(), at.at("dimension")).ifPresent(refusals::add);
        if (wanted.members().isEmpty()) {
            refusals.add(InvalidArgument.badInput(
                    at.at("members"), "No member is named.", "Name at least one member of the dimension."));
        }
        if (length(wanted.members(), at.at("members"))) {
            catalogue.dimension(wanted.dimension()).ifPresent(dimension -> {
                for (int i = 0; i < wanted.members().size(); i++) {
                    unknown.member(
                                    dimension,
                                    wanted.members().get(i),
                                    at.at("members").at(i))
                            .ifPresent(refusals::add);
                }
            });
        }
    }

    private boolean length(List<?> values, ArgumentPath at) {
        boolean fits = values.size() <= limits.listLength();
        if (!fits) {
            refusals.add(InvalidArgument.limit(at, QueryLimits.LIST_LENGTH, limits.listLength(), values.size()));
        }
        return fits;
    }
}
