package careledger.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.executor.memory",
                "spark.sql.shuffle.partitions",
                "spark.sql.codegen.wholeStage",
                "spark.hadoop.fs.s3a.endpoint"
            })
    void whatSaysWhereAndHowFastCanBeSet(String key) {
        assertThat(new SparkSettings(Optional.empty(), Map.of(key, "1")).configuration())
                .containsKey(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.sql.session.timeZone",
                "spark.sql.files.maxRecordsPerFile",
                "spark.sql.files.ignoreMissingFiles",
                "spark.sql.parquet.compression.codec",
                "spark.hadoop.parquet.block.size"
            })
    void whatCouldMakeAnotherReleaseCannotBeSet(String key) {
        assertThatThrownBy(() -> new SparkSettings(Optional.empty(), Map.of(key, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(key, "spark.sql.shuffle.partitions");
    }

    @Test
    void settingOfAnotherProgramIsNone() {
        assertThatThrownBy(() -> new SparkSettings(Optional.empty(), Map.of("fs.s3a.endpoint", "http://host")))
                .hasMessageContainingAll("'fs.s3a.endpoint'", "spark.hadoop.NAME");
    }
}
