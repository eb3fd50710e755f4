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

    /** @throws careledger.warehouse.question.QuestionRefused with everything that is wrong */
    public void check(TrendQuestion question) {
        unknown.indicator(question.indicator(), FIELD.at("indicator")).ifPresent(refusals::add);
        ArgumentPath areas = FIELD.at("areas");
        if (length(question.areas(), areas)) {
            for (int i = 0; i < question.areas().size(); i++) {
                unknown.area(question.areas().get(i), areas.at(i)).ifPresent(refusals::add);
            }
        }
        ArgumentPath breakdown = FIELD.at("breakdown");
        if (length(question.breakdown(), breakdown)) {
            for (int i = 0; i < question.breakdown().size(); i++) {
                members(question.breakdown().get(i), breakdown.at(i));
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
