package careledger.etl.said;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.TargetDate;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.answers.scorecard.RowAnswer;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardQuery;
import careledger.answers.trend.TargetPoint;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.answers.trend.TrendQuery;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trend, scorecard and observations asked for the same thing, for every row, area and period of the scorecards. */
class OneRuleForOneIdeaTest {
    private static final List<String> AREAS = List.of(RealWarehouse.LEICESTERSHIRE, "E92000001");

    private final RealWarehouse real = RealWarehouse.shared();

    @Test
    void annualCardsAgreeWithTrendAndObservations() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        Scorecard card = Objects.requireNonNull(ScorecardReader.builtIn().get("corporate-parenting-board"));
        for (String area : AREAS) {
            for (PeriodEntry period : periods(card, area)) {
                ScorecardAnswer answer = real.scorecard(question(card, period, area));
                for (RowAnswer row : rows(answer)) {
                    Observation latest = row.latest();
                    if (latest != null) {
                        compare(row, latest, differences);
                        compared++;
                    }
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    private void compare(RowAnswer row, Observation latest, List<String> differences) {
        String where = latest.indicator() + " " + latest.area() + " " + latest.period() + " ";
        List<Observation> rows = real.observations(new FilterDraft()
                .indicators(latest.indicator())
                .areas(latest.area())
                .periods(latest.period())
                .by(dimensions(latest))
                .members(members(latest).toArray(MemberFilter[]::new)));
        if (rows.size() != 1 || !rows.get(0).id().equals(latest.id())) {
            differences.add(where + "observations has "
                    + rows.stream().map(Observation::valueText).toList() + ", the scorecard " + latest.valueText());
        }
        Trend trend = real.trend(new TrendQuery(
                latest.indicator(),
                List.of(latest.area()),
                members(latest),
                null,
                latest.periodEnd(),
                latest.periodKind(),
                Optional.empty()));
        Optional<TrendLine> line = trend.lines().stream()
                .filter(own ->
                        own.points().stream().anyMatch(point -> point.id().equals(latest.id())))
                .findFirst();
        if (line.isEmpty()) {
            differences.add(where + "is not on a line of the trend");
            return;
        }
        if (latest.value() != null
                && line.get().points().get(line.get().points().size() - 1).id().equals(latest.id())) {
            change(where, Objects.requireNonNull(line.get().change()), row.change(), differences);
        }
        target(where, row, latest, differences);
    }

    private static void change(String where, Change trend, Change card, List<String> differences) {
        if (!Objects.equals(trend.absolute(), card.absolute())
                || trend.direction() != card.direction()
                || (trend.absolute() != null && !trend.from().equals(card.from()))) {
            differences.add(where + "trend: " + trend.rule() + " scorecard: " + card.rule());
        }
    }

    private void target(String where, RowAnswer row, Observation latest, List<String> differences) {
        Observation target = row.target();
        if (target == null) {
            return;
        }
        Trend trend = real.trend(new TrendQuery(
                latest.indicator(), List.of(latest.area()), members(latest), null, null, null, Optional.empty()));
        Optional<TargetPoint> point = trend.targets().stream()
                .filter(own -> own.period().id().equals(target.period())
                        && own.breakdown().equals(target.breakdown())
                        && own.measure().equals(target.indicatorTitle()))
                .findFirst();
        if (point.isEmpty()) {
            differences.add(where + "trend lacks the target " + target.valueText());
        } else if (!row.againstTarget().equalsIgnoreCase(point.get().rule())) {
            differences.add(where + "trend: " + point.get().rule() + " scorecard: " + row.againstTarget());
        }
    }

    @Test
    void missingChildrenAreLeicestershiresOwnInEveryAnswer() {
        Map<String, List<String>> own = Map.of(
                "missing_children_in_care_count", List.of("98", "96"),
                "missing_episodes_in_care_count", List.of("335", "264"));
        own.forEach((indicator, printed) -> {
            assertThat(real.observations(new FilterDraft()
                            .indicators(indicator)
                            .areas(RealWarehouse.LEICESTERSHIRE)
                            .periodKinds(PeriodKind.FINANCIAL_YEAR)))
                    .extracting(Observation::valueText)
                    .containsExactlyElementsOf(printed);
            assertThat(real.trend(indicator).headline()).contains(" was " + printed.get(1), "which is better");
            RowAnswer row = annual(2020, indicator);
            assertThat(Objects.requireNonNull(row.latest()).valueText()).isEqualTo(printed.get(1));
            assertThat(Objects.requireNonNull(row.previous()).valueText()).isEqualTo(printed.get(0));
            assertThat(row.change().direction()).isEqualTo(Direction.BETTER);
        });
        assertThat(real.trend("missing_children_of_other_authorities_count").headline())
                .contains(" was 160");
    }

    /** School results of 2024-25 are shown on the card of 2024-25, not those of the school year before. */
    @Test
    void cardsShowTheSchoolYearOfTheirName() {
        RowAnswer attainment = annual(2025, "ks4_attainment_8_score");
        assertThat(Objects.requireNonNull(attainment.latest()).period()).isEqualTo("AY2024-25");
        assertThat(Objects.requireNonNull(attainment.latest()).number()).isEqualTo(18);
        assertThat(attainment.change().direction()).isEqualTo(Direction.WORSE);
        assertThat(Objects.requireNonNull(
                                annual(2025, "ks4_grade_9_4_english_maths_pct").latest())
                        .number())
                .isEqualTo(23.1);
        assertThat(Objects.requireNonNull(annual(2025, "ks2_rwm_expected_pct").latest())
                        .number())
                .isEqualTo(47);
    }

    private RowAnswer annual(int year, String indicator) {
        Scorecard card = Objects.requireNonNull(ScorecardReader.builtIn().get("corporate-parenting-board"));
        PeriodEntry period = periods(card, RealWarehouse.LEICESTERSHIRE).stream()
                .filter(one -> one.reportingYear() == year)
                .findFirst()
                .orElseThrow();
        return rows(real.scorecard(question(card, period, RealWarehouse.LEICESTERSHIRE))).stream()
                .filter(row -> row.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReplayedCardShowsWhatItsDocumentPrintsAsObservationsDoes() {
        List<String> differences = new ArrayList<>();
        Scorecard card = Objects.requireNonNull(ScorecardReader.builtIn().get("quarterly-performance"));
        PeriodEntry quarter = periods(card, RealWarehouse.LEICESTERSHIRE).get(0);
        List<RowAnswer> rows = rows(real.scorecard(question(card, quarter, RealWarehouse.LEICESTERSHIRE)));
        for (RowAnswer row : rows) {
            Observation latest = Objects.requireNonNull(row.latest());
            List<Observation> claims = real.observations(new FilterDraft()
                    .indicators(latest.indicator())
                    .areas(latest.area())
                    .periods(latest.period())
                    .by(dimensions(latest))
                    .members(members(latest).toArray(MemberFilter[]::new))
                    .headlineOnly(false));
            if (claims.stream().noneMatch(claim -> claim.equals(latest))) {
                differences.add(latest.claim() + " " + latest.valueText() + " is not among the observations");
            }
        }

        assertThat(differences).isEmpty();
        assertThat(rows).hasSize(42);
    }

    @Test
    void everyTargetHasOneVerdictInTrendAndScorecard() {
        List<Observation> targets = real.observations(new FilterDraft()
                .areas(RealWarehouse.LEICESTERSHIRE)
                .valueKinds(ValueKind.TARGET)
                .breakdowns(BreakdownScope.ALL));

        assertThat(targets).hasSizeGreaterThan(15);
        Trend eet = real.trend("care_leavers_eet_pct");
        assertThat(eet.targets())
                .filteredOn(target -> target.period().id().equals("FY2019-20"))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.valueText()).isEqualTo("50%");
                    assertThat(target.verdict()).isEqualTo(TargetVerdict.MET);
                    assertThat(Objects.requireNonNull(target.figure()).valueText())
                            .isEqualTo("64.2%");
                });
        Scorecard card = Objects.requireNonNull(ScorecardReader.builtIn().get("corporate-parenting-board"));
        PeriodEntry year = periods(card, RealWarehouse.LEICESTERSHIRE).stream()
                .filter(period -> period.reportingYear() == 2020)
                .findFirst()
                .orElseThrow();
        assertThat(rows(real.scorecard(question(card, year, RealWarehouse.LEICESTERSHIRE))))
                .filteredOn(row -> row.indicator().id().equals("care_leavers_eet_pct"))
                .singleElement()
                .satisfies(row -> assertThat(row.againstTarget()).startsWith("met: 64.2% for 2019-20"));
    }

    @Test
    void targetsOf2016AreJudgedAtTheNextYearEndOnRequestAndSaySo() {
        TrendQuery asked = new TrendQuery(
                "long_term_stability_pct",
                List.of(RealWarehouse.LEICESTERSHIRE),
                List.of(),
                null,
                null,
                null,
                Optional.empty(),
                TargetDate.NEXT_YEAR_END);

        assertThat(real.trend(asked).targets()).anySatisfy(target -> {
            assertThat(target.period().id()).isEqualTo("2016-12-31");
            assertThat(target.judgedLater()).isTrue();
            assertThat(target.rule()).contains("at the next year-end: 73% for 31 March 2018", "months later");
        });
        assertThat(real.trend("long_term_stability_pct").targets())
                .allSatisfy(target -> assertThat(target.judgedLater()).isFalse());
    }

    @Test
    void theTargetOfSeventyMoreFosterCarersIsAChangeAndNeverALevel() {
        assertThat(real.trend("in_house_foster_carers_count").targets()).isEmpty();
        assertThat(real.trend("in_house_foster_carers_count").notes())
                .anyMatch(note ->
                        note.contains("target of 70") && note.endsWith("so it is not the number of carers to reach."));
        assertThat(real.trend("in_house_foster_carers_net_increase_count").headline())
                .contains(
                        "this service holds no figure, but there is a target of 70 for the period 1 June 2016 to 31 May"
                                + " 2019");
    }

    private List<PeriodEntry> periods(Scorecard card, String area) {
        return real.read(new ScorecardQuery(card, Optional.empty(), area, Optional.empty()), ScorecardQuery::periods);
    }

    private static ScorecardQuery question(Scorecard card, PeriodEntry period, String area) {
        return new ScorecardQuery(card, Optional.of(period.id()), area, Optional.empty());
    }

    private static List<RowAnswer> rows(ScorecardAnswer answer) {
        return answer.sections().stream()
                .flatMap(section -> section.rows().stream())
                .toList();
    }

    private static String[] dimensions(Observation figure) {
        return members(figure).stream().map(MemberFilter::dimension).toArray(String[]::new);
    }

    private static List<MemberFilter> members(Observation figure) {
        return figure.breakdown().equals("total")
                ? List.of()
                : Stream.of(figure.breakdown().split(";", -1))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> new MemberFilter(pair[0], List.of(pair[1])))
                        .toList();
    }
}
