package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.LongMeasure;
import careledger.schema.observation.Claim;
import careledger.schema.observation.ObsStatus;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every row of the Local Authority Interactive Tool, against the file itself as DuckDB reads it. */
class InteractiveToolTest {
    private static final Path FILE = Path.of("england", "lait-2026-04", "lait.parquet");
    private static final int ROWS = 641_070;

    private static final BigDecimal[] VALUES = new BigDecimal[ROWS + 1];
    private static final String[] AREAS = new String[ROWS + 1];
    private static final List<Rejection> REJECTIONS = new ArrayList<>();
    private static final Map<String, LongMeasure> MEASURES = new HashMap<>();
    private static int notAvailable;
    private static int claims;

    @BeforeAll
    static void readTheFile() throws IOException {
        DeliveryFolder folder = new ExtractsRoot(Path.of("england"))
                .folders().stream()
                        .filter(one -> one.name().equals("lait-2026-04"))
                        .findFirst()
                        .orElseThrow();
        Delivery delivery = DeliveryReader.read(folder.name(), folder.mapping().orElseThrow(), FolderRead.CATALOGUE)
                .delivery()
                .orElseThrow();
        LongFile file = (LongFile) delivery.files().get(0);
        MEASURES.putAll(file.measures());
        try (InputStream in = Files.newInputStream(FILE)) {
            new LayoutReader().read(delivery, file, "lait-2026-04/lait.parquet", in, InteractiveToolTest::take);
        }
    }

    private static void take(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            Claim claim = accepted.claim();
            claims++;
            notAvailable += claim.status() == ObsStatus.NOT_AVAILABLE ? 1 : 0;
            claim.value().ifPresent(value -> VALUES[claim.line()] = value);
            AREAS[claim.line()] = claim.area();
        } else if (outcome instanceof Outcome.Refused refused) {
            REJECTIONS.add(refused.rejection());
        }
    }

    @Test
    void onlyTheRowsOfTheYearZeroAreRefused() {
        assertThat(claims).isEqualTo(ROWS - 170);
        assertThat(notAvailable).isEqualTo(93_713);
        assertThat(REJECTIONS).hasSize(170).allMatch(one -> one.rule() == Rule.PERIOD_WRONG);
    }

    @Test
    void everyNumberIsTheOneInTheFileToHalfItsLastDecimal() throws SQLException {
        int numbers = 0;
        List<String> wrong = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select file_row_number + 1, \"Short Desc\", try_cast(\"Values\" as double) from '" + FILE
                                + "' where try_cast(\"Values\" as double) is not null")) {
            while (rows.next()) {
                BigDecimal value = VALUES[rows.getInt(1)];
                int decimals =
                        Objects.requireNonNull(MEASURES.get(rows.getString(2))).decimals();
                double half = 0.5 * Math.pow(10, -decimals) + 1e-9;
                if (value == null || Math.abs(value.doubleValue() - rows.getDouble(3)) > half) {
                    wrong.add("row %d: %s for %s".formatted(rows.getInt(1), value, rows.getDouble(3)));
                }
                numbers++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(numbers).isEqualTo(547_187);
    }

    @Test
    void everyPlaceIsOneArea() throws SQLException {
        Map<String, String> areaOfName = new HashMap<>();
        Set<String> names = new HashSet<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows =
                        statement.executeQuery("select file_row_number + 1, \"LA and Regions\" from '" + FILE + "'")) {
            while (rows.next()) {
                String area = AREAS[rows.getInt(1)];
                if (area != null) {
                    names.add(rows.getString(2) + " is " + area);
                    areaOfName.put(rows.getString(2), area);
                }
            }
        }
        assertThat(names).hasSize(170);
        assertThat(areaOfName).hasSize(170);
        assertThat(areaOfName.values()).doesNotHaveDuplicates();
    }
}
