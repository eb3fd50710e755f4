package careledger.warehouse.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.observation.Rag;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PackedCellsTest {
    @Test
    void cellsAreReadFromLeftToRight() throws SQLException {
        PackedCells cells = new PackedCells("[\"£1 \\\"ä\\\"\",22.0,1e-7,3,\"RED\",null,null,null,null]");

        assertThat(cells.text()).isEqualTo("£1 \"ä\"");
        assertThat(cells.maybeNumber()).isEqualTo(22.0);
        assertThat(cells.maybeNumber()).isEqualTo(0.0000001);
        assertThat(cells.maybeWhole()).isEqualTo(3);
        assertThat(cells.constant(Rag.class)).isEqualTo(Rag.RED);
        assertThat(cells.maybeText()).isNull();
        assertThat(cells.maybeNumber()).isNull();
        assertThat(cells.maybeWhole()).isNull();
        assertThat(cells.maybeConstant(Rag.class)).isNull();
        cells.end();
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new PackedCells("[\"a\",2]").maybeNumber())
                .hasMessage("not a number: element 1 of [\"a\",2]");
        assertThatThrownBy(() -> new PackedCells("[2]").text()).hasMessage("not a text: element 1 of [2]");
        assertThatThrownBy(() -> new PackedCells("[null]").text())
                .hasMessage("no value in element 1 of [null], which always has one");
        assertThatThrownBy(() -> new PackedCells("[]").maybeText()).hasMessage("not a text: element 1 of []");
        assertThatThrownBy(() -> new PackedCells("[\"a\"]").end()).hasMessage("not the end: element 0 of [\"a\"]");
        assertThatThrownBy(() -> new PackedCells("2")).hasMessage("not an array: element 0 of 2");
    }
}
