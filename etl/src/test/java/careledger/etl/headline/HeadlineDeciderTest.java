package careledger.etl.headline;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.Authority;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.HeadlineRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeadlineDeciderTest {
    private static final LocalDate IN_2019 = LocalDate.of(2019, 9, 3);
    private static final LocalDate IN_2020 = LocalDate.of(2020, 7, 31);
    private static final LocalDate IN_2025 = LocalDate.of(2025, 11, 30);

    private static Candidate claim(String id, String value, LocalDate knownFrom) {
        return new Candidate(
                id,
                "count/on_a_day",
                true,
                ValueKind.ACTUAL,
                value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)),
                knownFrom,
                Authority.COUNCIL_REPORT,
                true,
                false,
                "source",
                Set.of());
    }

    private static Candidate of(Candidate claim, ValueKind kind) {
        return new Candidate(
                claim.claim(),
                claim.definition(),
                claim.primary(),
                kind,
                claim.value(),
                claim.knownFrom(),
                claim.authority(),
                claim.exact(),
                claim.tabular(),
                "source",
                Set.of());
    }

    private static Candidate under(Candidate claim, String definition, boolean primary) {
        return new Candidate(
                claim.claim(),
                definition,
                primary,
                claim.kind(),
                claim.value(),
                claim.knownFrom(),
                claim.authority(),
                claim.exact(),
                claim.tabular(),
                "source",
                Set.of());
    }

    private static Candidate of(Candidate claim, Authority authority, boolean tabular) {
        return new Candidate(
                claim.claim(),
                claim.definition(),
                claim.primary(),
                claim.kind(),
                claim.value(),
                claim.knownFrom(),
                authority,
                claim.exact(),
                tabular,
                "source",
                Set.of());
    }

    private static Candidate in(Candidate claim, String source, String... supersedes) {
        return new Candidate(
                claim.claim(),
                claim.definition(),
                claim.primary(),
                claim.kind(),
                claim.value(),
                claim.knownFrom(),
                claim.authority(),
                claim.exact(),
                claim.tabular(),
                source,
                Set.of(supersedes));
    }

    @Test
    void aReissueTakesThePlaceOfWhatItCorrectsAndEndsTheConflict() {
        List<Decision> decisions = HeadlineDecider.decide(List.of(
                in(claim("a/first", "70", IN_2019), "first"),
                in(claim("b/other", "75", IN_2019), "other"),
                in(claim("c/again", "76", IN_2020), "again", "first")));

        assertThat(decision(decisions, "a/first").conflictsWith()).isEmpty();
        assertThat(decision(decisions, "a/first").rule()).contains(HeadlineRule.REISSUED);
        assertThat(decision(decisions, "b/other").conflictsWith()).contains("c/again");
        assertThat(decision(decisions, "c/again").headlineFrom()).contains(IN_2020);
    }

    @Test
    void aReissueOfTheSameDayIsShownWhateverTheIds() {
        List<Decision> decisions = HeadlineDecider.decide(List.of(
                in(claim("a/first", "70", IN_2019), "first"), in(claim("b/again", "76", IN_2019), "again", "first")));

        assertThat(decision(decisions, "b/again").headlineFrom()).contains(IN_2019);
        assertThat(decision(decisions, "a/first").conflictsWith()).isEmpty();
    }

    private static Candidate inexact(Candidate claim) {
        return new Candidate(
                claim.claim(),
                claim.definition(),
                claim.primary(),
                claim.kind(),
                claim.value(),
                claim.knownFrom(),
                claim.authority(),
                false,
                claim.tabular(),
                "source",
                Set.of());
    }

    private static Decision decision(List<Decision> decisions, String claim) {
        return decisions.stream()
                .filter(one -> one.claim().equals(claim))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> headlinesOn(List<Decision> decisions, LocalDate day) {
        return decisions.stream()
                .filter(one ->
                        one.headlineFrom().filter(from -> !from.isAfter(day)).isPresent())
                .filter(one -> one.headlineTo().filter(to -> !to.isAfter(day)).isEmpty())
                .map(Decision::claim)
                .toList();
    }

    @Nested
    class WithinOneDefinition {
        @Test
        void aFigureThatIsNotExactConflictsWithNone() {
            Candidate over = inexact(claim("over-50", "50", IN_2019));
            Candidate exact = claim("exactly-57", "57", IN_2020);

            assertThat(HeadlineDecider.decide(List.of(over, exact)))
                    .allSatisfy(decision -> assertThat(decision.conflictsWith()).isEmpty());
        }

        @Test
        void theLatestPublicationWinsAndTheEarlierWasShownUntilThen() {
            List<Decision> decisions =
                    HeadlineDecider.decide(List.of(claim("report", "657", IN_2020), claim("dfe", "654", IN_2025)));

            assertThat(headlinesOn(decisions, LocalDate.of(2020, 12, 31))).containsExactly("report");
            assertThat(headlinesOn(decisions, LocalDate.of(2026, 1, 1))).containsExactly("dfe");
            assertThat(decision(decisions, "report"))
                    .returns(Optional.of("dfe"), Decision::conflictsWith)
                    .returns(Optional.of(HeadlineRule.LATEST_PUBLICATION), Decision::rule);
        }

        @Test
        void figuresThatAgreeToTheCoarserRoundingAreOneFigureShownAtItsMostPrecise() {
            List<Decision> decisions = HeadlineDecider.decide(
                    List.of(claim("precise", "52.78", IN_2020), claim("rounded", "52.8", IN_2020)));

            assertThat(headlinesOn(decisions, IN_2020)).containsExactly("precise");
            assertThat(decision(decisions, "precise").corroboratedBy()).isEqualTo(1);
            assertThat(decision(decisions, "rounded"))
                    .returns(Optional.empty(), Decision::conflictsWith)
                    .returns(Optional.of(HeadlineRule.MOST_PRECISE), Decision::rule);
        }

        @Test
        void ofTwoThatBothAgreeWithACoarserLaterFigureTheLowestIdIsShown() {
            List<Decision> decisions = HeadlineDecider.decide(List.of(
                    claim("report-004", "46.9", IN_2020),
                    claim("report-058", "46.8", IN_2020),
                    claim("dfe", "47", IN_2025)));

            assertThat(headlinesOn(decisions, IN_2025)).containsExactly("report-004");
            assertThat(decision(decisions, "report-058"))
                    .returns(Optional.of("report-004"), Decision::conflictsWith)
                    .returns(Optional.of(HeadlineRule.LOWEST_CLAIM_ID), Decision::rule);
            assertThat(decision(decisions, "dfe").rule()).contains(HeadlineRule.MOST_PRECISE);
        }

        @Test
        void ofOneDateOfficialStatisticsThenTablesThenTheLowestIdGoFirst() {
            Candidate text = claim("a-text", "413", IN_2020);
            Candidate table = of(claim("b-table", "415", IN_2020), Authority.COUNCIL_REPORT, true);
            Candidate official = of(claim("c-official", "414", IN_2020), Authority.OFFICIAL_STATISTICS, false);

            assertThat(headlinesOn(HeadlineDecider.decide(List.of(text, table)), IN_2020))
                    .containsExactly("b-table");
            assertThat(headlinesOn(HeadlineDecider.decide(List.of(text, table, official)), IN_2020))
                    .containsExactly("c-official");
            assertThat(headlinesOn(HeadlineDecider.decide(List.of(text, claim("b-text", "9", IN_2020))), IN_2020))
                    .containsExactly("a-text");
        }

        @Test
        void anEarlierFigureSaidAgainNeverOutranksTheEarlierDocument() {
            List<Decision> decisions = HeadlineDecider.decide(List.of(
                    claim("first", "1038", IN_2019),
                    of(claim("again", "1040", IN_2020), ValueKind.PREVIOUSLY_REPORTED)));

            assertThat(headlinesOn(decisions, IN_2025)).containsExactly("first");
            assertThat(decision(decisions, "again"))
                    .returns(Optional.of("first"), Decision::conflictsWith)
                    .returns(Optional.of(HeadlineRule.NOT_PREVIOUSLY_REPORTED), Decision::rule);
        }

        @Test
        void aFigureGoesBeforeALaterSymbol() {
            List<Decision> decisions =
                    HeadlineDecider.decide(List.of(claim("figure", "65.8", IN_2019), claim("symbol", "", IN_2025)));

            assertThat(headlinesOn(decisions, IN_2025)).containsExactly("figure");
            assertThat(decision(decisions, "symbol"))
                    .returns(Optional.empty(), Decision::conflictsWith)
                    .returns(Optional.of(HeadlineRule.FIGURE_BEFORE_SYMBOL), Decision::rule);
        }

        @Test
        void aFigureThatWasOutrankedDoesNotComeBack() {
            List<Decision> decisions = HeadlineDecider.decide(List.of(
                    claim("precise", "46.91", IN_2019),
                    claim("other", "46.8", IN_2020),
                    claim("repeats", "46.9", IN_2025)));

            assertThat(headlinesOn(decisions, IN_2019)).containsExactly("precise");
            assertThat(headlinesOn(decisions, IN_2020)).containsExactly("other");
            assertThat(headlinesOn(decisions, IN_2025)).containsExactly("repeats");
            assertThat(decision(decisions, "repeats").corroboratedBy()).isEqualTo(1);
        }
    }

    @Nested
    class AcrossDefinitions {
        @Test
        void thePrimaryDefinitionGoesFirstAndTheOtherIsNoConflict() {
            List<Decision> decisions = HeadlineDecider.decide(List.of(
                    under(claim("primary", "92", IN_2019), "d/primary", true),
                    under(claim("other", "77.6", IN_2025), "d/other", false)));

            assertThat(headlinesOn(decisions, IN_2025)).containsExactly("primary");
            assertThat(decision(decisions, "other"))
                    .returns(Optional.empty(), Decision::conflictsWith)
                    .returns(Optional.of("primary"), Decision::outrankedBy)
                    .returns(Optional.of(HeadlineRule.PRIMARY_DEFINITION), Decision::rule);
        }

        @Test
        void anotherDefinitionIsShownWhereThePrimaryHasNoFigure() {
            List<Decision> decisions = HeadlineDecider.decide(List.of(
                    under(claim("primary", "", IN_2025), "d/primary", true),
                    under(claim("other", "77.6", IN_2019), "d/other", false)));

            assertThat(headlinesOn(decisions, IN_2025)).containsExactly("other");
        }
    }

    @Nested
    class Laws {
        private final Random random = new Random(20_200_331);

        @Test
        void onEveryDayFromTheFirstPublicationExactlyOneClaimIsTheHeadline() {
            for (int round = 0; round < 3_000; round++) {
                List<Candidate> claims = someClaims();
                List<Decision> decisions = HeadlineDecider.decide(claims);

                for (Candidate claim : claims) {
                    assertThat(headlinesOn(decisions, claim.knownFrom())).hasSize(1);
                }
            }
        }

        @Test
        void theOrderOfClaimsChangesNothing() {
            for (int round = 0; round < 1_000; round++) {
                List<Candidate> claims = someClaims();
                List<Candidate> shuffled = new ArrayList<>(claims);
                Collections.shuffle(shuffled, random);

                assertThat(HeadlineDecider.decide(shuffled))
                        .containsExactlyInAnyOrderElementsOf(HeadlineDecider.decide(claims));
            }
        }

        @Test
        void aLaterPublicationNeverChangesWhatWasShownBefore() {
            for (int round = 0; round < 1_000; round++) {
                List<Candidate> claims = someClaims();
                List<Candidate> known = claims.stream()
                        .filter(claim -> claim.knownFrom().isBefore(IN_2025))
                        .toList();
                if (known.isEmpty()) {
                    continue;
                }
                List<Decision> then = HeadlineDecider.decide(known);
                List<Decision> now = HeadlineDecider.decide(claims);

                for (Candidate claim : known) {
                    assertThat(headlinesOn(now, claim.knownFrom())).isEqualTo(headlinesOn(then, claim.knownFrom()));
                }
            }
        }

        private List<Candidate> someClaims() {
            List<Candidate> claims = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                boolean primary = random.nextInt(3) > 0;
                claims.add(new Candidate(
                        "claim-" + i,
                        primary ? "d/primary" : "d/other",
                        primary,
                        List.of(ValueKind.ACTUAL, ValueKind.PROVISIONAL, ValueKind.PREVIOUSLY_REPORTED)
                                .get(random.nextInt(3)),
                        random.nextInt(6) == 0
                                ? Optional.empty()
                                : Optional.of(BigDecimal.valueOf(460 + random.nextInt(20), random.nextInt(3))),
                        List.of(IN_2019, IN_2020, IN_2025).get(random.nextInt(3)),
                        List.of(Authority.OFFICIAL_STATISTICS, Authority.STATUTORY_RETURN, Authority.COUNCIL_REPORT)
                                .get(random.nextInt(3)),
                        true,
                        random.nextBoolean(),
                        "source",
                        Set.of()));
            }
            return claims;
        }
    }
}
