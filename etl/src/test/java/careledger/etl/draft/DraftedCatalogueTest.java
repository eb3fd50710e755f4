package careledger.etl.draft;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft says of tables whose measures the catalogue does not know. */
class DraftedCatalogueTest {
    @TempDir
    private Path folder;

    private String draft(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        Drafts.write(folder, CatalogueReader.builtIn());
        return Files.readString(folder.resolve("extract.yaml"));
    }

    /** Reading the draft complains of what a person has yet to say, and of nothing else. */
    private static void onlyQuestionsAreLeft(String yaml) {
        List<String> lines = yaml.lines().toList();
        List<Integer> marked = IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).contains("\"???\""))
                .boxed()
                .toList();
        assertThat(DeliveryReader.read("new", yaml, CatalogueReader.builtIn()).rejections())
                .extracting(Rejection::line)
                .containsExactlyElementsOf(marked);
    }

    @Nested
    class Units {
        @Test
        void poundsInTheTitleAreNeverACountOfChildren() throws IOException {
            String yaml = draft("budget.csv", """
                £ million gross expenditure,,
                ,,
                Service,Budget 19/20,Actual 18/19
                Children in Care,41.0,40.2
                Fostering Service,9.1,8.7
                """);

            assertThat(yaml)
                    .doesNotContain("cic_count")
                    .contains("scale: million", "period: FY2019-20", "valueKind: FORECAST", "period: FY2018-19");
            onlyQuestionsAreLeft(yaml);
        }

        @Test
        void poundsInAHeadingAreNeverACountOfChildren() throws IOException {
            assertThat(draft("spend.csv", "Service,£000\nChildren in care,41018\nWidget polishing,12\n"))
                    .doesNotContain("cic_count")
                    .contains("widget_polishing_gbp", "scale: thousand", "unit: GBP", "measure: COST");
        }

        @Test
        void ratesAndSharesAreToldFromNumbers() throws IOException {
            String yaml = draft("rates.csv", """
                Measure,2018/19
                "Zorps per 10,000",4.5
                Flinks polished,98.1%
                Quuxes painted,12
                """);

            assertThat(yaml)
                    .contains("unit: RATE_PER_10K", "flinks_polished_pct", "unit: PERCENT", "quuxes_painted_count");
            onlyQuestionsAreLeft(yaml);
        }

        @Test
        void numbersInBracketsAreLessThanNothing() throws IOException {
            assertThat(draft("variance.csv", "Widget,£\nWidget polishing,\"(1,234)\"\nWidget painting,12\n"))
                    .contains("negative: brackets");
        }
    }

    @Nested
    class OneQuestionForEachMatter {
        @Test
        void rowsThatAddUpToATotalAreMembersOfOneMeasure() throws IOException {
            String yaml = draft(
                    "widgets_by_colour_2018_19.csv", "Colour of widget,Number\nMauve,2\nTaupe,3.5\nGrand Total,5.5\n");

            assertThat(yaml)
                    .contains("label: dimension colour_widget", "period: FY2018-19")
                    .contains("- label: Grand Total\n        breakdown: {}")
                    .contains("{id: mauve, title: Mauve}", "{id: taupe, title: Taupe}");
            onlyQuestionsAreLeft(yaml);
        }

        @Test
        void rowsUnderAHeadingForGroupsAreMembersOfOneMeasure() throws IOException {
            String yaml = draft("widgets_2018_19.csv", "Source of widget,Number\nGnomes,2\nElves,3\nSmiths,5\n");

            assertThat(yaml)
                    .contains("label: dimension source_widget", "{id: elves, title: Elves}")
                    .doesNotContain("elves_count");
            onlyQuestionsAreLeft(yaml);
        }

        @Test
        void aTotalThatDoesNotAddUpIsAQuestion() throws IOException {
            assertThat(draft("widgets_2018_19.csv", "Source of widget,Number\nGnomes,2\nElves,3\nTotal,6\n"))
                    .contains("- label: Total\n        breakdown: \"???\"", "do not add up")
                    .doesNotContain("{id: total");
        }

        @Test
        void rowsThatAreCalledLikeMeasuresAreMeasuresUnderAnyHeading() throws IOException {
            assertThat(draft("widgets_2018_19.csv", "Type of widget work,2018-19\n% polished,2%\nPainted,3\n"))
                    .contains("label: listed");
        }

        @Test
        void sectionsThatPrintTheSameLabelsAreMeasuresOfTheirOwn() throws IOException {
            String yaml = draft("paid.csv", """
                Who,£
                Flink levies,
                Gnomes,1
                Elves,2
                Total flink levies,3
                Zorp levies,
                Gnomes,3
                Elves,5
                Total zorp levies,8
                """);

            assertThat(yaml.split("indicator: flink_levies_gbp", -1)).hasSize(4);
            assertThat(yaml.split("indicator: zorp_levies_gbp", -1)).hasSize(4);
            assertThat(yaml.split("- id: zorp_levies_gbp", -1)).hasSize(2);
        }

        @Test
        void claimsDraftWhatTheyNameAndTheCatalogueDoesNotKnow() throws IOException {
            String yaml = draft("claims.csv", """
                claim,source,locator,indicator,statistic,area,period_kind,period_start,period_end,period_label,breakdown,value,numerator,denominator,value_kind,quartile,rag,direction,band,caveat,period_note
                1,paper,p,zorps_count,count,Leicestershire,SNAPSHOT,2019-03-31,2019-03-31,x,colour=Mauve,3.5,,,ACTUAL,,,,,,
                2,paper,p,zorps_count,count,Narnia,SNAPSHOT,2019-03-31,2019-03-31,x,sex=Girls,4,,,ACTUAL,,,,,,
                """);

            assertThat(yaml)
                    .contains("- id: zorps_count", "title: Zorps", "decimals: 1", "measure: STOCK", "timing: DAY")
                    .contains("- id: colour", "{id: mauve, title: Mauve}", "name: Narnia")
                    .doesNotContain("title: Girls");
            assertThat(yaml.split("plainEnglish: \"\\?\\?\\?\"", -1)).hasSize(2);
            onlyQuestionsAreLeft(yaml);
        }
    }

    @Nested
    class Shapes {
        @Test
        void aNumberBesideItsPercentageIsBoth() throws IOException {
            assertThat(draft("flinks.csv", "measure,May 18,Jun 18\nFlinks zapped,35 97.2%,39 95.1%\n"))
                    .contains("cell: [\"{count} {percent}%\"]", "period: \"2018-05\"", "flinks_zapped_pct")
                    .contains("flinks_zapped_count");
        }

        @Test
        void numbersBeforeTheLabelAreFigures() throws IOException {
            assertThat(draft("late.csv", "Number of flinks zapped,Reason\n15,Rain in Spain\n4,Fog on Tyne\n"))
                    .contains("- header: Reason\n        is: label")
                    .doesNotContain("is: ignore");
        }

        @Test
        void aDownloadOfFingertipsIsLong() throws IOException {
            String yaml = draft(
                    "fingertips.csv",
                    "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Time period,Value,Lower CI 95.0 limit,Upper"
                            + """
                             CI 95.0 limit,Count,Denominator,Value note
                            1,Zorps per flink (%),E10000018,Leicestershire,Male,2018/19,12.5,11,14,5,40,
                            1,Zorps per flink (%),E06000017,Rutland,Female,2018/19,12.0,11,14,5,40,estimated
                            """);

            assertThat(yaml)
                    .contains("layout: long", "measure: Indicator Name", "areaCode: Area Code", "period: Time period")
                    .contains("value: Value", "count: Count", "base: Denominator", "notes: Value note")
                    .contains("\"95%\": [Lower CI 95.0 limit, Upper CI 95.0 limit]")
                    .contains("ignore: [Indicator ID]", "dimension: sex", "year: FINANCIAL_YEAR")
                    .contains("zorps_per_flink_pct")
                    .doesNotContain("\"\": NOT_AVAILABLE");
            onlyQuestionsAreLeft(yaml);
        }

        @Test
        void blankNumeratorsBesideValuesAreSaidToBeNone() throws IOException {
            String yaml = draft("fingertips.csv", """
                            Indicator Name,Area Code,Time period,Value,Count,Denominator
                            Zorps per flink (%),E10000018,2018/19,12.5,5,40
                            Zorps per flink (%),E06000017,2018/19,12.0,,40
                            """);

            assertThat(yaml).contains("\"\": NOT_AVAILABLE # likely: blank cells of Count, Denominator beside a value");
            onlyQuestionsAreLeft(yaml);
        }
    }
}
