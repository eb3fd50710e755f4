package careledger.release.sample;

import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A release whose catalogue and claims are drawn by chance: indicators of any unit, polarity and kind, definitions that
 * break or do not, areas with neighbours of two models, several documents that tell the same year, symbols, shares with
 * and without the numbers behind them. The same seed draws the same.
 *
 * @param documents how many documents are loaded, oldest first
 * @param order seed of the order of the rows; what is drawn does not depend on it
 */
public record RandomRelease(long seed, int documents, long order) {
    public static final String AREA = "E10000018";
    public static final List<String> NEIGHBOURS = List.of("n0", "n1", "n2", "n3", "n4", "n5");
    public static final List<String> INDICATORS = List.of("i0", "i1", "i2");
    public static final int DOCUMENTS = 4;

    private static final List<LocalDate> PUBLISHED = List.of(
            LocalDate.parse("2011-06-30"),
            LocalDate.parse("2014-06-30"),
            LocalDate.parse("2018-11-30"),
            LocalDate.parse("2023-01-31"));

    public static RandomRelease of(long seed) {
        return new RandomRelease(seed, DOCUMENTS, 0);
    }

    /** As it was before the last document came. */
    public RandomRelease withoutTheLastDocument() {
        return new RandomRelease(seed, documents - 1, order);
    }

    public RandomRelease shuffled() {
        return new RandomRelease(seed, documents, order + 1);
    }

    public LocalDate dayBeforeTheLastDocument() {
        return published(documents - 1).minusDays(1);
    }

    static LocalDate published(int document) {
        return PUBLISHED.get(document);
    }

    /** An indicator drawn by chance. */
    record Drawn(String id, Unit unit, Polarity polarity, MeasureKind kind, List<Boolean> comparable, int primary) {
        String definition(int number) {
            return id + "/d" + number;
        }

        String segment(int number) {
            int start = number;
            while (start > 0 && comparable.get(start)) {
                start--;
            }
            return definition(start);
        }
    }

    List<Drawn> indicators() {
        Random chance = new Random(seed);
        List<Drawn> drawn = new ArrayList<>();
        for (String id : INDICATORS) {
            List<Boolean> comparable = new ArrayList<>();
            int definitions = 1 + chance.nextInt(3);
            for (int i = 0; i < definitions; i++) {
                comparable.add(i == 0 || chance.nextInt(3) == 0);
            }
            drawn.add(new Drawn(
                    id,
                    id.equals("i0") ? Unit.PERCENT : List.of(Unit.values()).get(chance.nextInt(Unit.values().length)),
                    List.of(Polarity.values()).get(chance.nextInt(3)),
                    List.of(MeasureKind.COHORT, MeasureKind.FLOW, MeasureKind.STOCK)
                            .get(chance.nextInt(3)),
                    comparable,
                    chance.nextInt(comparable.size())));
        }
        return drawn;
    }

    /** Claims of the documents that are loaded, in the order asked for. */
    List<RandomClaim> claims() {
        Random chance = new Random(seed + 1);
        List<RandomClaim> claims = new ArrayList<>();
        for (Drawn indicator : indicators()) {
            for (int source = 0; source < DOCUMENTS; source++) {
                int usual = chance.nextInt(indicator.comparable().size());
                for (LocalDate day : days(published(source))) {
                    for (String area : areas()) {
                        for (String breakdown : area.equals(AREA)
                                ? List.of("total", "provider=female", "provider=male")
                                : List.of("total")) {
                            draw(indicator, usual, area, day, breakdown, source, chance)
                                    .ifPresent(claims::add);
                        }
                    }
                }
            }
        }
        claims.removeIf(claim -> claim.source() >= documents);
        Collections.shuffle(claims, new Random(order));
        return claims;
    }

    private Optional<RandomClaim> draw(
            Drawn indicator, int usual, String area, LocalDate day, String breakdown, int source, Random chance) {
        int definition =
                chance.nextInt(5) == 0 ? chance.nextInt(indicator.comparable().size()) : usual;
        BigDecimal denominator = BigDecimal.valueOf(5 + chance.nextInt(120));
        BigDecimal numerator = BigDecimal.valueOf(chance.nextInt(denominator.intValue() + 1));
        boolean parts = indicator.unit() == Unit.PERCENT && chance.nextBoolean();
        BigDecimal share = numerator
                .multiply(BigDecimal.valueOf(100))
                .divide(denominator, chance.nextInt(2), RoundingMode.HALF_UP);
        BigDecimal whole = BigDecimal.valueOf(chance.nextInt(12));
        boolean symbol = chance.nextInt(7) == 0;
        boolean silent = chance.nextInt(2) == 0;
        return silent
                ? Optional.empty()
                : Optional.of(new RandomClaim(
                        indicator.id(),
                        definition,
                        definition == indicator.primary(),
                        area,
                        day,
                        breakdown,
                        source,
                        symbol ? Optional.empty() : Optional.of(parts ? share : whole),
                        parts && !symbol ? numerator : null,
                        parts && !symbol ? denominator : null));
    }

    /** The last of March of the years before a publication, and of some years the last of June. */
    private static List<LocalDate> days(LocalDate published) {
        List<LocalDate> days = new ArrayList<>();
        for (int year = published.getYear() - 7; year < published.getYear(); year++) {
            days.add(LocalDate.of(year, 3, 31));
            if (year % 4 == 0) {
                days.add(LocalDate.of(year, 6, 30));
            }
        }
        return days;
    }

    static List<String> areas() {
        List<String> areas = new ArrayList<>(List.of(AREA, "E92000001"));
        areas.addAll(NEIGHBOURS);
        return areas;
    }

    public void publish(Path data, String id) throws Exception {
        RandomTables.publish(this, data, id);
    }
}
