package careledger.answers.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.observation.Rag;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JsonRowTest {
    @Test
    void cellsAreReadFromLeftToRight() throws SQLException {
        JsonRow cells = new JsonRow("[\"£1 \\\"ä\\\"\",22.0,1e-7,3,\"RED\",null,null,null,null]");

        assertThat(cells.text()).isEqualTo("£1 \"ä\"");
        assertThat(cells.numberOrNull()).isEqualTo(22.0);
        assertThat(cells.numberOrNull()).isEqualTo(0.0000001);
        assertThat(cells.intOrNull()).isEqualTo(3);
        assertThat(cells.constant(Rag.class)).isEqualTo(Rag.RED);
        assertThat(cells.textOrNull()).isNull();
        assertThat(cells.numberOrNull()).isNull();
        assertThat(cells.intOrNull()).isNull();
        assertThat(cells.constantOrNull(Rag.class)).isNull();
        cells.end();
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new JsonRow("[\"a\",2]").numberOrNull())
                .hasMessage("not a number: element 1 of [\"a\",2]");
        assertThatThrownBy(() -> new JsonRow("[2]").text()).hasMessage("not a text: element 1 of [2]");
        assertThatThrownBy(() -> new JsonRow("[null]").text())
                .hasMessage("no value in element 1 of [null], which always has one");
        assertThatThrownBy(() -> new JsonRow("[]").textOrNull()).hasMessage("not a text: element 1 of []");
        assertThatThrownBy(() -> new JsonRow("[\"a\"]").end()).hasMessage("not the end: element 0 of [\"a\"]");
        assertThatThrownBy(() -> new JsonRow("2")).hasMessage("not an array: element 0 of 2");
    }
}
