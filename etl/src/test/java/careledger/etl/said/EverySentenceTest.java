package careledger.etl.said;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.UsualPeriods;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.answers.trend.TrendSummary;
import careledger.schema.period.PeriodKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What trends say about Leicestershire, for every indicator of the catalogue. */
class EverySentenceTest {
    private static final Pattern ODD = Pattern.compile(
            "per 10,000.*was [^.]* per 10,000|  |\\.\\.|,,|\\(\\)|null|[{}…]|\\b1 (homes|children|days)\\b|stood at");
    private static final Pattern ODD_SUBJECT =
            Pattern.compile("the share of ((agency|vacancy|turnover|the council's)\\b"
                    + "|[^,]* as a share of|who |where )|the number of (private fostering reported|more )|was estimated [0-9]"
                    + "|, the change in [^.]* was -?[0-9]|, (as the council counts it|in full-time jobs|in per cent|on average)"
                    + " was");
    private static final Pattern SHARES_APART = Pattern.compile("[0-9]% (higher|lower|more|fewer)");

    private static final Map<String, Trend> TRENDS = new LinkedHashMap<>();

    private final RealWarehouse real = RealWarehouse.shared();

    @Test
    void aDayThatIsNotPrintedIsNeverStated() {
        assertThat(real.trend("cic_count").headline())
                .contains("than reported in October 2008 (308, date not printed), the first comparable figure")
                .doesNotContain("31 October 2008");
        List<String> stated = new ArrayList<>();
        forEachTrend((trend, texts) -> {
            for (TrendLine line : trend.lines()) {
                for (Observation point : line.points()) {
                    if (point.periodKind() == PeriodKind.SNAPSHOT && !FigurePeriod.printed(point)) {
                        Pattern fact = Pattern.compile(
                                "(?<!reported for )" + Pattern.quote(point.periodLabel()) + "(?![^)]*not printed)");
                        texts.stream()
                                .filter(text -> fact.matcher(text).find())
                                .filter(text -> line.points().stream()
                                        .noneMatch(other -> FigurePeriod.printed(other)
                                                && other.periodLabel().equals(point.periodLabel())))
                                .forEach(text -> stated.add(point.claim() + ": " + text));
                    }
                }
            }
        });

        assertThat(stated).isEmpty();
    }

    @Test
    void nothingIsCalculatedFromAFigureThatIsNotExact() {
        Trend offences = real.trend("paf_c18_final_warnings_convictions_ratio");

        assertThat(offences.headline())
                .contains("was approximately 3, reported for 31 March 2008 (kind of year not printed); it is not exact,"
                        + " so no change is calculated from 3.3 (30 September 2007).")
                .contains("The highest was 5.2 (30 September 2001)");
        assertThat(Objects.requireNonNull(offences.lines().get(0).change()).direction())
                .isEqualTo(Direction.NOT_COMPARABLE);
        assertThat(Objects.requireNonNull(offences.lines().get(0).change()).absolute())
                .isNull();
    }

    @Test
    void sentencesAreEnglish() {
        List<String> odd = new ArrayList<>();
        forEachTrend((trend, texts) -> texts.stream()
                .filter(text -> ODD.matcher(text).find()
                        || ODD_SUBJECT.matcher(text).find()
                        || SHARES_APART.matcher(text).find()
                        || !text.endsWith("."))
                .forEach(text -> odd.add(trend.indicator().id() + ": " + text)));

        assertThat(odd).isEmpty();
        assertThat(real.trend("cic_rate_per_10k").headline())
                .contains(
                        "the number of children in care per 10,000 children was 47 on 31 March 2025, 3 lower (6%) than"
                                + " on 31 March 2024 (50)");
        assertThat(real.trend("care_leavers_progress_top_n_authorities").headline())
                .startsWith("In Leicestershire, the council was named among the ten leading councils for progress with"
                        + " support for care leavers, reported for");
        assertThat(real.trend("in_house_childrens_homes_count").headline())
                .startsWith(
                        "In Leicestershire, the number of the council's own children's homes was one, reported in June"
                                + " 2016 (date not printed)");
        assertThat(real.trend("cic_total_spend_gbp").summaryParts().comparison())
                .isEqualTo("Not compared with other areas, which have more or fewer children.");
    }

    /** Printed: "53 fewer", "an increase of 32%" and "of 179 children", 681,600 as an estimate, 16.9% and 9.6%. */
    @Test
    void changesRatesAndEstimatesAreNamedAsSuch() {
        assertThat(real.trend("cp_repeat_change_count").headline())
                .startsWith(
                        "In Leicestershire, the change in second or later child protection plans was a fall of 53 in"
                                + " 2018-19");
        assertThat(real.trend("missing_children_change_pct").headline())
                .startsWith("In Leicestershire, the change in the number of children who went missing, in per cent, was"
                        + " a rise of 32% in 2018-19");
        assertThat(real.trend("resident_population_count").headline())
                .startsWith("In Leicestershire, the resident population of all ages was estimated at 681,600, reported"
                        + " for 31 December 2013 (day not printed)");
        assertThat(real.trend("sw_vacancy_rate_pct").headline())
                .startsWith(
                        "In Leicestershire, the vacancy rate of social workers, as the council counts it, was 9.6%");
        assertThat(real.trend("population_0_17_pct").headline())
                .startsWith("In Leicestershire, the figure for children as a share of the population was 20%");
    }

    /** The report prints "By July 2020", "As at June 2020" and "In January 2020". */
    @Test
    void aMonthIsNoDay() {
        assertThat(real.trend("permanence_decision_count").headline())
                .isEqualTo("In Leicestershire, the number of children in care with a permanence decision was 169,"
                        + " reported for 31 July 2020 (day not printed), 12 more (7.6%) than reported for 30 June 2020"
                        + " (157, day not printed). It has been rising since 31 January 2020 (136, day not printed). It"
                        + " is 33 more (24.3%) than reported for 31 January 2020 (136, day not printed), the first"
                        + " comparable figure.");
    }

    /** The statement of June 2016 prints what is to be reached "during 2016", and no day of it. */
    @Test
    void aTargetIsSetForNoDayThatIsNotPrinted() {
        assertThat(real.trend("dental_check_pct").targets())
                .extracting(target -> target.valueText() + " " + target.periodText() + ": " + target.periodNote())
                .contains("79% 31 December 2016 (day not printed): day not printed; year end used");
    }

    /** 99, 13, 8 and 27 are printed; 147 is printed nowhere. */
    @Test
    void aTotalThatIsAddedUpIsNotCalledPublished() {
        assertThat(real.trend("sdq_score_band_count").headline())
                .contains(
                        "was 147, reported for 31 March 2020 (year not printed). This total is added up from its parts.");
        assertThat(real.trend("sdq_score_band_count").summaryParts().summary())
                .isEqualTo("147, reported for 31 March 2020 (year not printed).");
    }

    /** 739 children went missing in 2018-19 (LSCB report), 43 in its last quarter: the year is meant, as in the trend. */
    @Test
    void theFigureThatIsShownAloneIsThatOfTheYearAndNotOfAQuarter() {
        assertThat(real
                        .observations(new FilterDraft()
                                .indicators("missing_children_count")
                                .areas(RealWarehouse.LEICESTERSHIRE)
                                .latest(1))
                        .stream()
                        .max(UsualPeriods.MEANT_LAST))
                .hasValueSatisfying(figure ->
                        assertThat(figure.valueText() + " " + figure.period()).isEqualTo("739 FY2018-19"));
        assertThat(real.trend("missing_children_count").headline()).contains("was 739 in 2018-19");
    }

    /** Of the neighbours only two have a figure for 2024-25; rank 3 of 3 is last, whichever way one counts. */
    @Test
    void rankOneIsTheBestWhereOneWayIsGoodHoweverFewAreRanked() {
        assertThat(real.trend("care_leavers_higher_education_pct")
                        .summaryParts()
                        .comparison())
                .endsWith("rank 3 of 3, 1 is best.");
    }

    @Test
    void partsFitAPageWithoutBeingCut() {
        List<String> tooLong = new ArrayList<>();
        for (IndicatorEntry indicator : real.catalogue().indicators()) {
            parts(trend(indicator).summaryParts())
                    .filter(part -> part.length() > TrendSummary.LONGEST)
                    .forEach(tooLong::add);
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void sentencesSayWhatTheVerdictSays() {
        List<String> contradictions = new ArrayList<>();
        forEachTrend((trend, texts) -> trend.lines().stream()
                .filter(TrendLine::main)
                .findFirst()
                .filter(line -> line.change() != null
                        && Objects.requireNonNull(line.change()).direction() != Direction.NO_DATA)
                .ifPresent(line -> {
                    Direction direction = Objects.requireNonNull(line.change()).direction();
                    String opening = trend.headline().split("\\. (?=[A-Z])", 2)[0];
                    boolean said = opening.contains("which is better") == (direction == Direction.BETTER)
                            && opening.contains("which is worse") == (direction == Direction.WORSE);
                    if (!said) {
                        contradictions.add(direction + ": " + opening);
                    }
                }));

        assertThat(contradictions).isEmpty();
    }

    @Test
    void sentencesDenyNoFigureThatIsShownElsewhere() {
        List<String> denied = new ArrayList<>();
        forEachTrend((trend, texts) -> trend.lines().stream()
                .filter(line -> line.main() && line.breakdown().equals("total"))
                .findFirst()
                .ifPresent(line -> {
                    List<Observation> points = line.points().stream()
                            .filter(point -> point.value() != null)
                            .toList();
                    List<Observation> beside = real
                            .observations(new FilterDraft()
                                    .indicators(trend.indicator().id())
                                    .areas(RealWarehouse.LEICESTERSHIRE))
                            .stream()
                            .filter(figure ->
                                    figure.value() != null && !line.points().contains(figure))
                            .toList();
                    boolean newer = !points.isEmpty()
                            && beside.stream().anyMatch(figure -> figure.periodEnd()
                                    .isAfter(points.get(points.size() - 1).periodEnd()));
                    if (newer != trend.headline().contains("A newer figure is not part of this line: ")) {
                        denied.add(trend.headline());
                    }
                    if (trend.headline().contains("There is no figure between")
                            && beside.stream()
                                    .anyMatch(figure -> points.stream().allMatch(point -> !point.periodEnd()
                                                    .equals(figure.periodEnd()))
                                            && figure.periodEnd()
                                                    .isAfter(points.get(0).periodEnd())
                                            && gapHolds(trend.headline(), figure, points))) {
                        denied.add(trend.headline());
                    }
                }));

        assertThat(denied).isEmpty();
        assertThat(real.trend("reoffending_rate_per_offender").summaryParts().summary())
                .isEqualTo("0.71 in 2017-18, the only comparable figure published. A newer figure is not part of this"
                        + " line: 1.1 in Q3 2018-19.");
        assertThat(real.trend("gcse_5_a_star_c_pct").headline())
                .contains("This line has no figure between 30 September 2000 and 30 September 2003");
    }

    /** Whether a figure lies in the longest stretch without points, which is the one that a headline names. */
    private static boolean gapHolds(String headline, Observation figure, List<Observation> points) {
        for (int i = 1; i < points.size(); i++) {
            String named = "There is no figure between " + FigurePeriod.name(points.get(i - 1)) + " and "
                    + FigurePeriod.name(points.get(i));
            if (headline.contains(named)
                    && figure.periodEnd().isAfter(points.get(i - 1).periodEnd())
                    && figure.periodEnd().isBefore(points.get(i).periodEnd())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void risingMeansThatEveryFigureIsHigherThanTheOneBefore() {
        List<String> contradicted = new ArrayList<>();
        forEachTrend((trend, texts) -> trend.lines().stream()
                .filter(TrendLine::main)
                .findFirst()
                .ifPresent(line -> {
                    List<Observation> points = line.points().stream()
                            .filter(point -> point.value() != null)
                            .toList();
                    for (int i = 0; i + 1 < points.size(); i++) {
                        String since = " since " + FigurePeriod.name(points.get(i));
                        boolean up = trend.headline().contains("It has been rising" + since);
                        boolean down = trend.headline().contains("It has been falling" + since);
                        for (int j = i + 1; (up || down) && j < points.size(); j++) {
                            double step =
                                    points.get(j).number() - points.get(j - 1).number();
                            if (up ? step <= 0 : step >= 0) {
                                contradicted.add(trend.headline());
                            }
                        }
                    }
                }));

        List<String> notAtEveryFigure = new ArrayList<>();
        forEachTrend((trend, texts) -> {
            if (trend.headline().contains(", though not at every figure.")) {
                notAtEveryFigure.add(trend.indicator().id());
            }
        });
        assertThat(contradicted).isEmpty();
        assertThat(notAtEveryFigure).isNotEmpty();
        // 2, printed without its decimal, is 2.0: the step to 1.6 is a fall.
        assertThat(real.trend("cic_unauthorised_absence_pct").headline())
                .contains("Before that it fell from 2% (2022-23 school year) to 1.6% (2023-24 school year).");
    }

    @Test
    void pagesHoldNoTextForProgrammers() {
        List<String> odd = new ArrayList<>();
        forEachTrend((trend, texts) -> Stream.concat(texts.stream().skip(1), trend.notes().stream())
                .filter(text -> text.contains("periodKind") || text.contains("{dimension"))
                .forEach(odd::add));

        assertThat(odd).isEmpty();
    }

    /** The report prints "over 50%": the word is said with the value, and is no caveat of its source. */
    @Test
    void aWordPrintedWithTheNumberIsNoCaveat() {
        assertThat(real.trend("high_cost_budget_share_pct").headline()).contains("was over 50% in 2015-16");
        List<String> repeated = new ArrayList<>();
        forEachTrend((trend, texts) -> trend.notes().stream()
                .filter(note -> note.matches(".*Caveat[^:]*: [^:]*: (over|estimated|approximately|about)\\."))
                .forEach(repeated::add));

        assertThat(repeated).isEmpty();
    }

    private void forEachTrend(BiConsumer<Trend, List<String>> check) {
        for (IndicatorEntry indicator : real.catalogue().indicators()) {
            Trend trend = trend(indicator);
            check.accept(
                    trend,
                    Stream.concat(Stream.of(trend.headline()), parts(trend.summaryParts()))
                            .toList());
        }
    }

    private Trend trend(IndicatorEntry indicator) {
        return TRENDS.computeIfAbsent(indicator.id(), real::trend);
    }

    private static Stream<String> parts(TrendSummary summary) {
        return Stream.of(
                        summary.summary(),
                        summary.turningPoint(),
                        summary.comparison(),
                        summary.extremes(),
                        summary.earlier())
                .filter(Objects::nonNull);
    }
}
