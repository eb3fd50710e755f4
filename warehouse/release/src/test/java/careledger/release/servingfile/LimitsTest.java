package careledger.release.servingfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careledger.release.sql.SqlResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits against published values: Newcombe (1998) for shares, exact Poisson limits for counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private final Connection connection = open();

    @BeforeAll
    void defineMacros() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.of(ServingFile.class, "wilson"));
            statement.execute(SqlResource.of(ServingFile.class, "byar"));
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonIsAsNewcombePrintsIt(int part, int of, double lower, double upper) throws SQLException {
        assertThat(number("wilson(%d, %d, -1)".formatted(part, of))).isEqualTo(lower, within(0.00005));
        assertThat(number("wilson(%d, %d, 1)".formatted(part, of))).isEqualTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"10, 4.795, 18.390", "30, 20.241, 42.827", "100, 81.364, 121.627"})
    void byarIsCloseToTheExactLimitsOfACount(int events, double lower, double upper) throws SQLException {
        assertThat(number("byar(%d, -1)".formatted(events))).isEqualTo(lower, within(0.02));
        assertThat(number("byar(%d, 1)".formatted(events))).isEqualTo(upper, within(0.02));
    }

    private double number(String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + expression)) {
            result.next();
            return result.getDouble(1);
        }
    }

    private static Connection open() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start.", e);
        }
    }
}
