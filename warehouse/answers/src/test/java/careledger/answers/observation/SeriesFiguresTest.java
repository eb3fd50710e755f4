package careledger.answers.observation;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.release.sample.RandomRelease;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures chosen from a series in memory are those that the statement finds, in its order. */
class SeriesFiguresTest {
    private static final int QUESTIONS = 250;
    private static final List<ObservationSort> USUAL =
            List.of(ObservationSort.INDICATOR, ObservationSort.AREA, ObservationSort.BREAKDOWN, ObservationSort.PERIOD);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(longs = {3, 18, 181})
    void areThoseOfTheStatement(long seed) throws Exception {
        RandomRelease.of(seed).publish(data, "chance");
        Random random = new Random(seed);
        int found = 0;
        int fromMemory = 0;
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            ReleaseCatalogue catalogue = warehouse.read((release, connection) ->
                    new CatalogueLoad(new Sql(connection), release.manifest().createdAt()).load());
            for (int i = 0; i < QUESTIONS; i++) {
                ObservationQuery asked = new ObservationQuery(filter(random), Optional.empty());
                PageRequest page = PageRequest.of(
                        "observations",
                        10_000,
                        null,
                        "chance",
                        asked.identity(),
                        ObservationPageQuery.keys(USUAL),
                        QueryLimits.DEFAULT);
                List<Observation> rows = warehouse
                        .read((release, connection) ->
                                new ObservationPageQuery(asked, USUAL, page).answer(new Sql(connection), catalogue))
                        .rows();
                List<Observation> stated = warehouse.read((release, connection) ->
                        new FigureQuery(asked, 10_000).answer(new Sql(connection), catalogue.attributes()));
                boolean chosen = warehouse.read((release, connection) ->
                        SeriesFigures.of(asked, new Sql(connection), catalogue).isPresent());

                assertThat(rows).as(asked.applied()).isEqualTo(stated);
                found += rows.isEmpty() ? 0 : 1;
                fromMemory += chosen ? 1 : 0;
            }
        }

        assertThat(found).isGreaterThan(QUESTIONS / 5);
        assertThat(fromMemory).isBetween(QUESTIONS / 3, QUESTIONS - 1);
    }

    private static ObservationFilter filter(Random random) {
        FilterDraft draft = new FilterDraft()
                .indicators(one(random, RandomRelease.INDICATORS))
                .areas(random.nextInt(4) == 0 ? one(random, RandomRelease.NEIGHBOURS) : RandomRelease.AREA)
                .breakdowns(one(random, List.of(BreakdownScope.values())))
                .headlineOnly(random.nextBoolean());
        if (random.nextBoolean()) {
            draft.valueKinds(some(random, List.of(ValueKind.values())).toArray(ValueKind[]::new));
        }
        switch (random.nextInt(12)) {
            case 0 -> draft.ending(day(random), null);
            case 1 -> draft.ending(null, day(random));
            case 2 -> draft.value(new ValueFilter((double) random.nextInt(60), null, null));
            case 3 -> draft.value(new ValueFilter(null, (double) random.nextInt(60), random.nextBoolean()));
            case 4 -> draft.value(new ValueFilter(null, null, random.nextBoolean()));
            case 5 -> draft.reportingYears(2010 + random.nextInt(12), 2010 + random.nextInt(12));
            case 6 -> draft.members(new MemberFilter("provider", some(random, List.of("female", "male"))));
            case 7 -> draft.by(some(random, List.of("provider")).toArray(String[]::new));
            case 8 -> draft.periodKinds(one(random, List.of(PeriodKind.values())));
            case 9 -> draft.areaKinds(one(random, List.of(AreaKind.values())));
            case 10 -> draft.latest(1 + random.nextInt(3));
            default -> draft.noneOf(List.of(FilterDraft.condition().reportingYears(2010 + random.nextInt(12))));
        }
        return draft.filter();
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2008 + random.nextInt(16), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> List<T> some(Random random, List<T> of) {
        List<T> some = new ArrayList<>(of);
        some.removeIf(any -> random.nextInt(3) == 0);
        return some;
    }
}
