package careledger.schema.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacedIdsTest {
    private static final String CHAIN = """
            replaced:
              - {kind: INDICATOR, former: first, now: second}
              - {kind: INDICATOR, former: second, now: third}
              - {kind: TOPIC, former: first, now: other}
            """;

    @Test
    void idIsFollowedToTheOneThatIsKnown() {
        ReplacedIds replaced = ReplacedIds.parse("ids.yaml", CHAIN);

        assertThat(replaced.known(IdKind.INDICATOR, "first", Set.of("third")::contains))
                .hasValue(new ReplacedId(IdKind.INDICATOR, "first", "third"));
        assertThat(replaced.known(IdKind.INDICATOR, "first", Set.of("first", "third")::contains))
                .hasValue(new ReplacedId(IdKind.INDICATOR, "first", "first"));
        assertThat(replaced.known(IdKind.TOPIC, "first", Set.of("third", "other")::contains))
                .hasValue(new ReplacedId(IdKind.TOPIC, "first", "other"));
    }

    /** Figures that were published before an id was replaced are found by the new one too. */
    @Test
    void newIdFindsFiguresFromBeforeItWasThere() {
        assertThat(ReplacedIds.parse("ids.yaml", CHAIN).known(IdKind.INDICATOR, "third", Set.of("first")::contains))
                .hasValue(new ReplacedId(IdKind.INDICATOR, "third", "first"));
    }

    @Test
    void whatIsKnownByNoIdIsNotFound() {
        ReplacedIds replaced = ReplacedIds.parse("ids.yaml", CHAIN);

        assertThat(replaced.known(IdKind.INDICATOR, "first", id -> false)).isEmpty();
        assertThat(replaced.known(IdKind.AREA, "first", Set.of("second")::contains))
                .isEmpty();
    }

    @Test
    void idsThatLeadNowhereOrRoundAreRefusedWithTheirLines() {
        assertThatThrownBy(() -> ReplacedIds.parse("ids.yaml", """
                        replaced:
                          - {kind: INDICATOR, former: a, now: b}
                          - {kind: INDICATOR, former: a, now: c}
                          - {kind: INDICATOR, former: b, now: a}
                          - {kind: INDIKATOR, former: x, now: y}
                          - {kind: AREA, former: x}
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a' is here twice")
                .hasMessageContaining("'a' leads back to 'b'")
                .hasMessageContaining("INDIKATOR")
                .hasMessageContaining("now")
                .hasMessageContaining("ids.yaml:4");
    }

    /** Every entry of the program leads from an id that is not in the catalogue to one that is. */
    @Test
    void ownEntriesLeadIntoTheCatalogue() {
        Catalogue catalogue = CatalogueReader.builtIn();

        assertThat(ReplacedIds.builtIn().all())
                .filteredOn(one -> one.kind() == IdKind.INDICATOR)
                .allSatisfy(one -> {
                    assertThat(catalogue.indicator(one.former())).isEmpty();
                    assertThat(catalogue.indicator(one.now())).isPresent();
                });
    }
}
