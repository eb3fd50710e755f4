package careledger.schema.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.problem.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes as people make them: each is reported once, at its line, with what to do. */
class MappingMistakesTest {
    private static final String RIGHT = """
        sources:
          - id: quarter
            title: Quarter 2
            publisher: Leicestershire County Council
            publishedOn: 2021-07-31
            authority: COUNCIL_REPORT
        files:
          - file: t.csv
            layout: wide
            label: dimension order_type
            area: E10000018
            indicator: new_thing_count
            columns:
              - {header: Type, is: label}
              - {header: 2019-20, period: FY2019-20}
        indicators:
          - id: new_thing_count
            title: New things
            plainEnglish: How many new things there were.
            unit: COUNT
            measure: FLOW
            timing: PERIOD
            definitions:
              - {id: own, text: Things., sources: {quarter: Things}}
        """;

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        title: Quarter 2 | title: Report: the second | 3 | Put the text in double quotes: title: "Report: the second".
        title: Quarter 2 | title: [Draft] report | 3 | Put the text in double quotes: title: "[Draft] report".
        title: Quarter 2 | title: 'Council's report' | 3 | in double quotes: title: "Council's report
        area: E10000018 | area: @leics | 11 | Put the text in double quotes: area: "@leics".
        area: E10000018 | marks: {*: Provisional} | 11 | Put '*' in double quotes
        area: E10000018 | symbols: {%: LOW} | 11 | Put '%' in double quotes
        area: E10000018 | range: B4: | 11 | Put the text in double quotes: range: "B4:".
        area: E10000018 | area: | 11 | 'area' has no value
        area: E10000018 | area: Leicestershre | 11 | Nearest known: 'Leicester', 'Leicestershire'
        publishedOn: 2021-07-31 | publishedOn: 31/07/2021 | 5 | Write it 2021-07-31.
        publishedOn: 2021-07-31 | publishedOn: 2021-02-30 | 5 | there is no day 2021-02-30
        authority: COUNCIL_REPORT | authority: COUNCIL | 6 | expected one of OFFICIAL_STATISTICS
        - id: quarter | - ident: quarter | 2 | 'id' is missing
        is: label | is: lable | 14 | expected one of label, figure
        is: label | is: dimension | 14 | There is no dimension ''
        period: FY2019-20 | period: FY2019-21 | 15 | expected FY2019-20
        unit: COUNT | unit: NUMBER | 20 | expected one of COUNT
        title: New things | title: Children in care | 17 | is there twice, first as the indicator cic_count
        - {header: Type, is: label} | - {header: Type,, is: label} | 14 | Check that this line begins
        id: own, | id: own, breakReason: why, | 17 | leave one of the two out
        timing: PERIOD | decimals: 99 | 17 | expected 0 to 6
        sources: {quarter: Things}} | sources: {}} | 17 | names no source
        text: Things., | text: Things., validFrom: 2020-01-01, validTo: 2019-01-01, | 17 | ends before it begins
        layout: wide | layout: broad | 9 | Layouts: claims, wide
        """)
    void isReportedAtItsLineWithWhatToDo(String right, String wrong, int line, String remedy) {
        assertThat(RIGHT).contains(right);

        List<Rejection> reported = DeliveryReader.read(
                        "quarter", RIGHT.replace(right, wrong), CatalogueReader.builtIn())
                .rejections();

        assertThat(reported)
                .as("%s", reported)
                .anySatisfy(one -> {
                    assertThat(one.file()).isEqualTo("quarter/extract.yaml");
                    assertThat(one.line()).isEqualTo(line);
                    assertThat(one.reason()).contains(remedy);
                })
                .noneSatisfy(
                        one -> assertThat(one.reason()).containsAnyOf("SourceMapping[", "Optional[", "lists no file"));
    }

    @Test
    void theRightOneIsRight() {
        assertThat(DeliveryReader.read("quarter", RIGHT, CatalogueReader.builtIn())
                        .rejections())
                .isEmpty();
    }
}
