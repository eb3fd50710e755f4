package careledger.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.serving.QueryCancelledException;
import careledger.release.file.DamagedFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file or picture says what kept it from being made as a field does, with a status. */
class ThrownProblemsTest {
    @Test
    void whatTookTooLongOrIsDamagedIsNotOurFault() {
        assertThat(ApiException.atAnAddress(new QueryCancelledException(), "asked-1", "/words.csv"))
                .returns(504, refused -> refused.status().value())
                .returns(ProblemCode.TIMEOUT, ApiException::code);
        assertThat(ApiException.atAnAddress(new DamagedFileException("figures.parquet"), "asked-1", "/words.csv"))
                .returns(503, refused -> refused.status().value())
                .returns(ProblemCode.DAMAGED, ApiException::code);
    }

    @Test
    void whatIsNotKnownIsNotThere() {
        InvalidArgument unknown =
                InvalidArgument.unknownNear(ArgumentPath.of("topic"), "topic", "helth", List.of("health"));

        assertThat(ApiException.atAnAddress(new InvalidQueryException(unknown), "asked-1", "/words.csv"))
                .returns(404, refused -> refused.status().value())
                .returns(ProblemCode.UNKNOWN_ID, ApiException::code);
    }

    @Test
    void whatNobodyExpectedShowsItsRequestOnly() {
        ApiException shown = ApiException.atAnAddress(new IllegalStateException("secret"), "asked-1", "/words.csv");

        assertThat(shown.status().value()).isEqualTo(500);
        assertThat(shown.body("asked-1").toString())
                .contains("INTERNAL", "asked-1")
                .doesNotContain("secret");
    }
}
