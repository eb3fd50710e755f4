package careledger.schema.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionGroupTest {
    @Test
    void manyAlikeAreOneGroupWithItsCommonestValuesAndFirstLines() {
        List<Rejection> rejections = new ArrayList<>();
        for (int line = 2; line < 1002; line++) {
            rejections.add(rejection(line, "la_name", line % 3 == 0 ? "Oadby" : "Blaby", Rule.AREA_UNKNOWN));
        }
        rejections.add(rejection(7, "value", "many", Rule.VALUE_NOT_A_NUMBER));

        List<RejectionGroup> groups = RejectionGroup.of(rejections);

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).count()).isEqualTo(1000);
        assertThat(groups.get(0).values())
                .containsExactly(
                        new RejectionGroup.ValueCount("Blaby", 667), new RejectionGroup.ValueCount("Oadby", 333));
        assertThat(groups.get(0).lines()).containsExactly(2, 3, 4, 5, 6);
        assertThat(groups.stream().mapToLong(RejectionGroup::count).sum()).isEqualTo(rejections.size());
    }

    @Test
    void valuesThatAreNotNamedAreCounted() {
        List<Rejection> rejections = new ArrayList<>();
        for (int line = 2; line < 12; line++) {
            rejections.add(rejection(line, "value", "word " + line, Rule.VALUE_NOT_A_NUMBER));
        }

        assertThat(RejectionGroup.of(rejections)).singleElement().satisfies(group -> {
            assertThat(group.values()).hasSize(RejectionGroup.SHOWN);
            assertThat(group.otherValues()).isEqualTo(5);
        });
    }

    private static Rejection rejection(int line, String column, String value, Rule rule) {
        return new Rejection("2026/a.csv", line, Optional.of(column), Optional.of(value), rule, "Found " + value + ".");
    }
}
