package careledger.answers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.catalogue.DimensionAttributes.OfFigure;
import careledger.answers.query.Sql;
import careledger.schema.star.ObservationColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DimensionAttributesTest {
    private static final String FIGURE =
            "SELECT 'i' indicator_id, 'Title' indicator_title, 't' topic_id, 'PERCENT' unit, 'LOW_IS_GOOD' polarity,"
                    + " 'a' area_id, 'Area' area_name, 'AUTHORITY' area_kind, '2020-03-31' period_id, 'SNAPSHOT'"
                    + " period_kind, '31 March 2020' period_label, DATE '2020-03-31' period_start, DATE '2020-03-31'"
                    + " period_end, %d reporting_year, 'total' breakdown_id, 'Total' breakdown_label, NULL::VARCHAR"
                    + " dimension1, NULL::VARCHAR member1, NULL::VARCHAR dimension2, NULL::VARCHAR member2, NULL::VARCHAR"
                    + " dimension3, NULL::VARCHAR member3, 's' source_id, 'Source' source_title, DATE '2020-10-01'"
                    + " published_on, 'month printed, day not' published_on_note";

    @Test
    void idsOfAFigureSayWhatItIsOf() throws SQLException {
        try (Connection connection = table(FIGURE.formatted(2020))) {
            Sql sql = new Sql(connection);
            DimensionAttributes attributes = DimensionAttributes.load(sql);

            OfFigure of = attributes.of("i", "a", "2020-03-31", "total", "s");

            assertThat(of.indicator().title()).isEqualTo("Title");
            assertThat(of.area().name()).isEqualTo("Area");
            assertThat(of.period().reportingYear()).isEqualTo(2020);
            assertThat(of.breakdown().dimension1()).isNull();
            assertThat(of.source().publishedOn()).isEqualTo("2020-10-01");
            assertThat(of.value(ObservationColumn.PUBLISHED_ON_NOTE)).isEqualTo("month printed, day not");
            assertThatThrownBy(() -> attributes.of("i", "b", "2020-03-31", "total", "s"))
                    .hasMessageContaining("'b'");
        }
    }

    /** Else one of the two figures would be shown with the other's year. */
    @Test
    void figuresOfOnePeriodInTwoYearsAreNotServed() throws SQLException {
        try (Connection connection = table(FIGURE.formatted(2020) + " UNION ALL " + FIGURE.formatted(2021))) {
            Sql sql = new Sql(connection);

            assertThatThrownBy(() -> DimensionAttributes.load(sql))
                    .hasMessageContaining("2020-03-31")
                    .hasMessageContaining("reporting_year");
        }
    }

    private static Connection table(String figures) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE observation AS " + figures);
        }
        return connection;
    }
}
