package careledger.warehouse.question.trend;

import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Refusal;
import careledger.warehouse.question.Refusals;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.catalogue.UnknownIds;
import careledger.warehouse.question.observation.MemberFilter;
import java.util.List;

/** Holds a question for a trend against what the release knows. */
public final class TrendCheck {
    private static final ArgumentPath FIELD = ArgumentPath.of("trend");

    private final ReleaseCatalogue catalogue;
    private final UnknownIds unknown;
    private final QuestionLimits limits;
    private final Refusals refusals = new Refusals();

    public TrendCheck(ReleaseCatalogue catalogue, QuestionLimits limits) {
        this.catalogue = catalogue;
        this.unknown = new UnknownIds(catalogue);
        this.limits = limits;
    }

    /**
     * @param areas as written, so that an error can name a position
     * @param breakdown as written
     * @throws careledger.warehouse.question.QuestionRefused with everything that is wrong
     */
    public void check(TrendQuestion question, List<String> areas, List<MemberFilter> breakdown) {
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
            refusals.add(Refusal.badInput(
                    FIELD.at("from"),
                    "'from' is " + question.from() + ", after 'to', which is " + question.to() + ".",
                    "Both are bounds on the period's last day, and both are included."));
        }
        refusals.throwIfAny();
    }

    private void members(MemberFilter wanted, ArgumentPath at) {
        unknown.dimension(wanted.dimension(), at.at("dimension")).ifPresent(refusals::add);
        if (wanted.members().isEmpty()) {
            refusals.add(Refusal.badInput(
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
            refusals.add(Refusal.limit(at, QuestionLimits.LIST_LENGTH, limits.listLength(), values.size()));
        }
        return fits;
    }
}
