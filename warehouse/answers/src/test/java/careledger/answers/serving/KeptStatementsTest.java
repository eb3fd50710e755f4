package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
    private static final String ADD = "SELECT 1 + ?::INTEGER";

    private KeptStatements kept;

    @BeforeEach
    void open() throws SQLException {
        kept = new KeptStatements(DriverManager.getConnection("jdbc:duckdb:"));
    }

    @AfterEach
    void close() throws SQLException {
        kept.close();
    }

    @Test
    void statementThatWasGivenBackComesAgain() throws SQLException {
        PreparedStatement first = kept.take(ADD);
        assertThat(sum(first, 1)).isEqualTo(2);
        kept.giveBack(ADD, first);

        PreparedStatement again = kept.take(ADD);

        assertThat(again).isSameAs(first);
        assertThat(sum(again, 41)).isEqualTo(42);
    }

    @Test
    void statementInUseIsNobodyElses() throws SQLException {
        PreparedStatement one = kept.take(ADD);
        PreparedStatement other = kept.take(ADD);

        assertThat(other).isNotSameAs(one);

        kept.giveBack(ADD, one);
        kept.giveBack(ADD, other);
        assertThat(one.isClosed()).as("one of them is enough").isTrue();
        assertThat(kept.take(ADD)).isSameAs(other);
    }

    @Test
    void statementThatFailedIsNotKept() throws SQLException {
        PreparedStatement failing = kept.take("SELECT error(?::VARCHAR)");
        failing.setString(1, "no");
        assertThatThrownBy(failing::executeQuery).isInstanceOf(SQLException.class);

        kept.giveBack("SELECT error(?::VARCHAR)", failing);

        assertThat(kept.take("SELECT error(?::VARCHAR)")).isNotSameAs(failing);
    }

    @Test
    void onlySoManyAreKeptAndTheLongestUnusedGoes() throws SQLException {
        PreparedStatement oldest = kept.take("SELECT 0");
        kept.giveBack("SELECT 0", oldest);
        for (int i = 1; i <= KeptStatements.MOST; i++) {
            kept.giveBack("SELECT " + i, kept.take("SELECT " + i));
        }

        assertThat(oldest.isClosed()).isTrue();
        assertThat(kept.take("SELECT 1").isClosed()).isFalse();
    }

    private static int sum(PreparedStatement statement, int summand) throws SQLException {
        statement.setInt(1, summand);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
