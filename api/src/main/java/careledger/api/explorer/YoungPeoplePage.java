package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.api.config.CareLedgerProperties;
import careledger.api.explorer.YoungPeopleModel.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ten questions that young people ask, each with its newest answer. */
@Component
final class YoungPeoplePage implements PageMaker {
    private static final Map<String, List<String>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("How many of us are in care?", List.of("cic_count"));
        QUESTIONS.put("Do we stay in one home?", List.of("long_term_stability_pct"));
        QUESTIONS.put("How many of us move a lot?", List.of("placements_3plus_pct"));
        QUESTIONS.put("Do we live near home?", List.of("placed_over_20_miles_outside_pct"));
        QUESTIONS.put("Do we see a dentist?", List.of("dental_check_pct"));
        QUESTIONS.put("Do we get health checks?", List.of("health_assessment_pct"));
        QUESTIONS.put("How are we feeling?", List.of("sdq_average_score"));
        QUESTIONS.put("How do we do in exams?", List.of("ks4_attainment_8_score", "ks4_grade_9_4_english_maths_pct"));
        QUESTIONS.put(
                "Do we have our say in our reviews?", List.of("cic_review_participation_pct", "review_attendance_pct"));
        QUESTIONS.put("What do we do after care?", List.of("care_leavers_eet_pct"));
    }

    private final Questions questions;
    private final CareLedgerProperties properties;

    YoungPeoplePage(Questions questions, CareLedgerProperties properties) {
        this.questions = questions;
        this.properties = properties;
    }

    @Override
    public Route route() {
        return Route.YOUNG_PEOPLE;
    }

    @Override
    public PageContent make(PageVisit visit) {
        AreaEntry area = visit.area();
        String[] wanted = QUESTIONS.values().stream()
                .flatMap(List::stream)
                .filter(id -> visit.catalogue().indicator(id).isPresent())
                .toArray(String[]::new);
        List<Observation> figures = wanted.length == 0
                ? List.of()
                : questions.figures(
                        visit,
                        new FilterDraft().indicators(wanted).areas(area.id()).filter(),
                        Optional.empty());
        List<Question> asked = new ArrayList<>();
        QUESTIONS.forEach((question, ids) -> asked.add(question(question, ids, figures, visit, asked.size())));
        return PageContent.of(
                "young-people",
                "Ten questions about being in care",
                "How children and young people in care in " + area.name() + " are doing, in plain words.",
                new YoungPeopleModel(area.name(), asked, properties.explorer().help()));
    }

    private static Question question(
            String question, List<String> ids, List<Observation> figures, PageVisit visit, int place) {
        String id = "q" + (place + 1);
        for (String indicatorId : ids) {
            Optional<IndicatorEntry> indicator = visit.catalogue().indicator(indicatorId);
            List<Observation> own = figures.stream()
                    .filter(figure -> figure.indicator().equals(indicatorId) && figure.value() != null)
                    .toList();
            if (indicator.isPresent() && !own.isEmpty()) {
                Observation newest = Newest.byIndicator(own).get(indicatorId);
                if (newest != null) {
                    return answered(id, question, indicator.get(), newest, own, visit);
                }
            }
        }
        return new Question(id, question, "We do not know", "", "No figure has been published for this.", "", "", null);
    }

    private static Question answered(
            String id,
            String question,
            IndicatorEntry indicator,
            Observation newest,
            List<Observation> own,
            PageVisit visit) {
        return new Question(
                id,
                question,
                newest.valueText(),
                visit.when(newest),
                indicator.plainEnglish(),
                since(newest, own),
                new Address(Route.INDICATOR, indicator.id(), visit.address().choices()).link(),
                newest);
    }

    /** Against a year before, where the two can be compared. */
    private static String since(Observation newest, List<Observation> own) {
        return own.stream()
                .filter(other -> other.segment().equals(newest.segment())
                        && other.periodEnd().equals(newest.periodEnd().minusYears(1)))
                .findFirst()
                .map(before -> {
                    double difference = newest.number() - before.number();
                    if (difference == 0) {
                        return "The same as a year before.";
                    }
                    int decimals = Math.max(FigureFormat.decimals(newest), FigureFormat.decimals(before));
                    return "A year before it was " + before.valueText() + ": "
                            + (difference > 0 ? "up" : "down") + " by "
                            + FigureFormat.amount(difference, newest.unit(), decimals) + ".";
                })
                .orElse("");
    }
}
