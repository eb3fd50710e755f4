package careledger.answers.observation;

import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A statement made for one question: text, and the values bound to it in order. */
record Statement(String text, List<Object> values) {
    static final DSLContext DUCKDB = DSL.using(
            SQLDialect.DUCKDB,
            new Settings()
                    .withRenderFormatted(true)
                    .withParamCastMode(ParamCastMode.NEVER)
                    .withRenderKeywordCase(RenderKeywordCase.LOWER)
                    .withRenderQuotedNames(RenderQuotedNames.NEVER));

    Statement {
        values = List.copyOf(values);
    }

    static Statement of(Query query) {
        return new Statement(query.getSQL(), query.getBindValues());
    }

    <T> List<T> rows(Sql sql, Sql.RowReader<T> reader) throws SQLException {
        return sql.rows(text, values, reader);
    }

    <T> T row(Sql sql, Sql.RowReader<T> reader) throws SQLException {
        return sql.row(text, values, reader);
    }
}
