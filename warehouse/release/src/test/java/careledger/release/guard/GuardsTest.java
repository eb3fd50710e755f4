package careledger.release.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import careledger.release.TinyRelease;
import careledger.schema.catalogue.Unit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardsTest {
    private static final Guards GUARDS = new Guards(GuardRules.builtIn());
    private static final String ONE_ROW_OVER = " SELECT claim.* REPLACE (";

    @TempDir
    Path folder;

    @BeforeEach
    void serve() {
        try (TinyRelease tiny = TinyRelease.prepare()) {
            tiny.writeTo(folder.resolve("served"));
        }
    }

    @Test
    void sameReleaseRaisesNothing() {
        assertThat(alarms()).isEmpty();
    }

    @Test
    void newFiguresRaiseNothing() {
        assertThat(alarms("INSERT INTO fact_observation" + ONE_ROW_OVER
                        + "'new/1' AS claim_id, 'FY2019-20' AS period_id) FROM fact_observation AS claim"
                        + " WHERE claim_id = 'dfe/2'"))
                .isEmpty();
    }

    @Test
    void figureOfAnotherSourceInItsPlaceRaisesNothing() {
        assertThat(alarms(
                        "DELETE FROM fact_observation WHERE claim_id = 'dfe/2'",
                        "UPDATE fact_observation SET headline_to = NULL WHERE claim_id = 'ar/2'"))
                .isEmpty();
    }

    @Test
    void correctionWithinTheRuleRaisesNothing() {
        assertThat(alarms("UPDATE fact_observation SET value = 700 WHERE claim_id = 'dfe/2'"))
                .isEmpty();
    }

    @Test
    void headlineThatMovesTooFarIsNamedWithBothValues() {
        List<Alarm> alarms = alarms("UPDATE fact_observation SET value = 65.4 WHERE claim_id = 'dfe/2'");

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.guard()).isEqualTo(Guard.HEADLINES_MOVE);
            assertThat(alarm.examples())
                    .singleElement()
                    .asString()
                    .startsWith("cic_count, E10000018, 2020-03-31, total: 654");
            assertThat(alarm.message()).startsWith("1 shown figures").endsWith("--accept headlines-move.");
        });
    }

    @Test
    void sharesMoveByPoints() {
        assertThat(alarms("UPDATE fact_observation SET value = 90 WHERE claim_id = 'ar/8'"))
                .isEmpty();
        assertThat(alarms("UPDATE fact_observation SET value = 61 WHERE claim_id = 'ar/8'"))
                .extracting(Alarm::guard)
                .containsExactly(Guard.HEADLINES_MOVE);
    }

    @Test
    void smallCountsMayMoveByMuchOfThemselves() {
        assertThat(alarms("UPDATE fact_observation SET value = 89 WHERE claim_id = 'ar/5'"))
                .isEmpty();
    }

    @Test
    void seriesWithoutItsLastPeriodIsNamedWithBothDays() {
        List<Alarm> alarms = alarms("DELETE FROM fact_observation WHERE period_id = '2020-03-31'"
                + " AND definition_id = 'dental_checks_pct/care_12m'");

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.guard()).isEqualTo(Guard.LATEST_LOST);
            assertThat(alarm.examples())
                    .containsExactly("dental_checks_pct, E10000018, total: the last figure is of 2020-03-31,"
                            + " and would be of 2019-03-31");
        });
    }

    @Test
    void lostBreakdownIsSeenByItsFigures() {
        try (TinyRelease rich = TinyRelease.prepare()) {
            rich.change("INSERT INTO fact_observation" + ONE_ROW_OVER
                    + "claim_id || '/' || n AS claim_id, 'x' || n AS breakdown_id)"
                    + " FROM fact_observation AS claim, range(30) AS many (n) WHERE claim_id = 'dfe/2'");
            rich.writeTo(folder.resolve("rich"));
        }

        assertThat(alarms(GUARDS, folder.resolve("rich"), folder.resolve("served")))
                .extracting(Alarm::guard, Alarm::found)
                .containsExactly(tuple(Guard.FIGURES_VANISH, 30L), tuple(Guard.LATEST_LOST, 30L));
    }

    @Test
    void figureThatLosesItsValueIsGone() {
        Path staged =
                staged("UPDATE fact_observation SET value = NULL, status = 'CONFIDENTIAL' WHERE claim_id = 'dfe/2'");

        assertThat(alarms(new Guards(strict()), folder.resolve("served"), staged))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.guard()).isEqualTo(Guard.FIGURES_VANISH);
                    assertThat(alarm.examples()).singleElement().asString().endsWith("would be without a value");
                });
    }

    @Test
    void refusedRowsMoreThanAllowedAreCountedByFileAndThoseLeftOutAreNot() {
        assertThat(alarms(refused(20, "number.format"))).isEmpty();
        assertThat(alarms(refused(300, "left-out"))).isEmpty();
        assertThat(alarms(refused(21, "number.format"))).singleElement().satisfies(alarm -> {
            assertThat(alarm.guard()).isEqualTo(Guard.REJECTIONS_JUMP);
            assertThat(alarm.message()).startsWith("21 rows more would be refused");
            assertThat(alarm.examples()).containsExactly("2031/claims.csv: 21 rows refused, 0 before");
        });
    }

    @Test
    void rulesWithoutAUnitAreRefused() {
        String withoutUnits = """
            filesRefused: {most: 0, reason: a}
            figuresVanish: {most: 1, reason: a}
            latestLost: {most: 1, reason: a}
            rejectionsJump: {most: 1, reason: a}
            headlinesMove: {most: 1, reason: a, units: []}
            """;

        assertThatThrownBy(() -> GuardRules.parse(withoutUnits)).hasMessageContaining("The unit COUNT has no rule.");
    }

    private List<Alarm> alarms(String... changes) {
        return alarms(GUARDS, folder.resolve("served"), staged(changes));
    }

    private static List<Alarm> alarms(Guards guards, Path served, Path staged) {
        try (ShownFigures releases = ShownFigures.of(served, staged)) {
            return guards.figures(releases);
        }
    }

    private Path staged(String... changes) {
        Path staged = folder.resolve("staged-" + String.join(";", changes).hashCode());
        try (TinyRelease tiny = TinyRelease.prepare()) {
            for (String change : changes) {
                tiny.change(change);
            }
            tiny.writeTo(staged);
        }
        return staged;
    }

    /** The rules, with nothing allowed. */
    private static GuardRules strict() {
        StringBuilder text = new StringBuilder("headlinesMove:\n  most: 0\n  reason: a\n  units:\n");
        for (Unit unit : Unit.values()) {
            text.append("    - {unit: ").append(unit).append(", by: absolute, more: 1}\n");
        }
        for (String guard :
                List.of("filesRefused", "figuresVanish", "latestLost", "rejectionsJump", "nothingToCompare")) {
            text.append(guard).append(": {most: 0, reason: a}\n");
        }
        return GuardRules.parse(text.toString());
    }

    /** Rows of a file, each refused in two of its cells. */
    private static String refused(int rows, String rule) {
        return "INSERT INTO fact_rejection SELECT '2031/claims.csv', line, 'column ' || cell, 'x', '" + rule
                + "', 'found', 'advice' FROM range(" + rows + ") lines(line), range(2) cells(cell)";
    }
}
