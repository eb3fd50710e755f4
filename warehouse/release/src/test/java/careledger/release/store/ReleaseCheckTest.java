package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCheckTest {
    @TempDir
    Path folder;

    @Test
    void soundReleaseHasNoProblems() {
        assertThat(problemsAfter("SELECT 1")).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        UPDATE fact_observation SET area_id = 'E99' WHERE claim_id = 'ar/3' | area_id names 'E99' in 1 rows; dim_area does not hold it
        UPDATE fact_observation SET sibling_id = 'ar/99' WHERE claim_id = 'ar/3' | sibling_id names 'ar/99'
        UPDATE fact_observation SET conflicts_with = 'ar/99' WHERE claim_id = 'ar/1' | conflicts_with names 'ar/99'
        UPDATE dim_area SET parent_id = 'E13' WHERE area_id = 'E10000018' | dim_area.parent_id names 'E13'
        INSERT INTO dim_area (area_id, name, kind) VALUES ('E10000018', 'Again', 'AUTHORITY') | dim_area holds 2 rows of the key (area_id) = E10000018
        INSERT INTO fact_observation SELECT * FROM fact_observation WHERE claim_id = 'ar/3' | fact_observation holds 2 rows of the key (claim_id) = ar/3
        UPDATE dim_source SET title = NULL WHERE source_id = 'dfe-2025' | dim_source.title is empty in 1 rows
        UPDATE fact_observation SET headline_to = '2025-01-17' WHERE claim_id = 'ar/2' | dfe/2 is the headline from 2025-01-16, while another claim
        UPDATE fact_observation SET headline_to = NULL, value_kind = 'PREVIOUSLY_REPORTED' WHERE claim_id = 'ar/2' | dfe/2 is the headline from 2025-01-16, while another claim
        UPDATE fact_observation SET headline_from = '2020-08-31' WHERE claim_id = 'ar/3' | ar/3 is the headline from 2020-08-31 and was published on 2020-09-01
        UPDATE fact_observation SET headline_to = '2020-09-01' WHERE claim_id = 'ar/3' | ar/3 ceases to be the headline on 2020-09-01
        UPDATE fact_observation SET outranked_rule = NULL WHERE claim_id = 'ar/1' | ar/1 is outranked by dfe/1 under no rule
        UPDATE fact_observation SET value = NULL WHERE claim_id = 'ar/3' | ar/3 has status NORMAL and no value
        UPDATE fact_observation SET value = 4 WHERE claim_id = 'dfe/4' | dfe/4 has status CONFIDENTIAL and the value 4.000000
        UPDATE fact_observation SET status = 'SECRET' WHERE claim_id = 'dfe/4' | fact_observation.status says 'SECRET' in 1 rows
        UPDATE fact_observation SET definition_id = 'dental_checks_pct/all' WHERE claim_id = 'ar/3' | its definition dental_checks_pct/all is of dental_checks_pct
        UPDATE fact_observation SET reporting_year = 2021 WHERE claim_id = 'ar/3' | ar/3 is of the reporting year 2021; its period 2020-03-31 is of 2020
        UPDATE dim_extract SET claims = 11 WHERE extract_id = '2020/claims.csv' | 2020/claims.csv has 10 claims; 11 were counted
        UPDATE dim_extract SET claims = 11 WHERE extract_id = '2020/claims.csv' | annual-report-2020 has 10 claims from its own files; 11 were counted
        UPDATE dim_extract SET rows_read = 12 WHERE extract_id = '2020/claims.csv' | 12 rows read are not 10 accepted and 1 rejected
        DELETE FROM fact_rejection | 2020/claims.csv: 1 rows were rejected and fact_rejection does not say why
        UPDATE fact_observation SET headline_from = NULL WHERE indicator_id = 'placement_cost' | placement_cost has 1 claims and no headline
        ALTER TABLE dim_source DROP COLUMN authority | dim_source lacks the column authority
        ALTER TABLE dim_source ADD COLUMN colour VARCHAR | dim_source has the column colour, which the star schema does not know
        ALTER TABLE dim_breakdown DROP COLUMN d_sex | dim_breakdown lacks the column d_sex
        ALTER TABLE fact_observation ALTER value TYPE DOUBLE | fact_observation.value is DOUBLE; it should be DECIMAL(18,6)
        DELETE FROM fact_observation | fact_observation is missing
        """)
    void everyPlantedFaultIsNamed(String fault, String expected) {
        assertThat(problemsAfter(fault))
                .anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @Test
    void manyFaultsOfOneKindAreSummedUp() {
        List<String> problems = problemsAfter("UPDATE fact_observation SET value = 1, status = 'LOW'");

        assertThat(problems).hasSize(6).last().asString().isEqualTo("… and 11 more of that kind.");
    }

    private List<String> problemsAfter(String change) {
        try (TinyRelease tiny = TinyRelease.prepare().change(change)) {
            tiny.writeTo(folder);
        }
        return ReleaseCheck.problems(folder);
    }
}
