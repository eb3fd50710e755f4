package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A numerator, denominator or confidence limit that a mapping names is there, or its figure is refused, in every layout. */
class NamedNumbersTest {
    private static final String SOURCE = """
            sources:
              - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT,
                 definitionsAs: dfe-looked-after-2025}
            files:
              - file: t.csv
                symbols: {c: CONFIDENTIAL%s}
            """;

    /** One table in each layout: its mapping, and its only row with places for a numerator, denominator and two limits. */
    enum Shape {
        WIDE("""
                layout: wide
                area: E10000018
                period: 2020-03-31
                columns:
                  - {header: Item, is: label}
                  - {header: Share}
                  - {header: Number}
                  - {header: Base}
                  - {header: Lower, is: lower-limit, appliesTo: [Share]}
                  - {header: Upper, is: upper-limit, appliesTo: [Share]}
                rows:
                  - label: Often moved
                    figures:
                      value: {indicator: placements_3plus_pct, numerator: {column: Number}, denominator: {column: Base}}
                    except:
                      - {columns: [Number], indicator: placements_3plus_count}
                      - {columns: [Base], indicator: cic_count}
                """, "Item,Share,Number,Base,Lower,Upper\nOften moved,10,%s,%s,%s,%s\n"),
        TIDY("""
                layout: tidy
                area: E10000018
                period: 2020-03-31
                indicators:
                  share: {indicator: placements_3plus_pct, numerator: number, denominator: base, limits: {95%%: [low, high]}}
                """, "share,number,base,low,high\n10,%s,%s,%s,%s\n"),
        LONG("""
                layout: long
                area: E10000018
                period: 2020-03-31
                columns: {value: share, count: number, base: base, limits: {95%%: [low, high]}}
                year: FINANCIAL_YEAR
                measures: {share: placements_3plus_pct}
                """, "share,number,base,low,high\n10,%s,%s,%s,%s\n");

        private final String mapping;
        private final String csv;

        Shape(String mapping, String csv) {
            this.mapping = mapping;
            this.csv = csv;
        }

        Optional<Claim> share(FolderRead read) {
            return read.claims().stream()
                    .filter(claim -> claim.indicator().equals("placements_3plus_pct"))
                    .findFirst();
        }

        FolderRead read(String moreSymbols, Object... cells) throws IOException {
            return FolderRead.of(mapping(moreSymbols), csv.formatted(cells));
        }

        /** The same table as a workbook, with one of its last four cells hidden. */
        FolderRead hiding(int cell, Object... cells) throws IOException {
            List<Object[]> rows = csv.formatted(cells)
                    .lines()
                    .map(line -> (Object[]) line.split(",", -1))
                    .toList();
            byte[] book = Packed.xlsx(workbook -> {
                XSSFSheet sheet = Packed.rows(workbook.createSheet("T"), 1, rows.get(0), rows.get(1));
                hide(sheet.getRow(1).getCell(rows.get(1).length - 4 + cell));
            });
            return FolderRead.of(mapping("").replace("t.csv", "t.xlsx"), book);
        }

        private String mapping(String moreSymbols) {
            return SOURCE.formatted(moreSymbols) + mapping.replace("%%", "%").indent(4);
        }
    }

    /** By a condition that always holds. */
    private static void hide(XSSFCell cell) {
        XSSFSheetConditionalFormatting conditions = cell.getSheet().getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = conditions.createConditionalFormattingRule("1=1");
        rule.createFontFormatting().setFontColorIndex(IndexedColors.WHITE.getIndex());
        conditions.addConditionalFormatting(
                new CellRangeAddress[] {
                    new CellRangeAddress(
                            cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex())
                },
                rule);
    }

    @ParameterizedTest
    @EnumSource
    void allThatAreNamedAreKept(Shape shape) throws IOException {
        FolderRead read = shape.read("", "70", "700", "8.1", "12.3");

        assertThat(read.rejections()).isEmpty();
        Claim share = shape.share(read).orElseThrow();
        assertThat(share.numerator()).contains(new BigDecimal("70"));
        assertThat(share.denominator()).contains(new BigDecimal("700"));
        assertThat(share.notes().of(ObservationColumn.CAVEAT).orElseThrow()).contains("8.1 to 12.3");
    }

    @ParameterizedTest
    @CsvSource({
        "WIDE, '', 700, 8.1, 12.3", "WIDE, 70, '', 8.1, 12.3", "WIDE, 70, 700, '', 12.3", "WIDE, 70, 700, 8.1, ''",
        "TIDY, '', 700, 8.1, 12.3", "TIDY, 70, '', 8.1, 12.3", "TIDY, 70, 700, '', 12.3", "TIDY, 70, 700, 8.1, ''",
        "LONG, '', 700, 8.1, 12.3", "LONG, 70, '', 8.1, 12.3", "LONG, 70, 700, '', 12.3", "LONG, 70, 700, 8.1, ''"
    })
    void oneThatIsBlankIsMissing(Shape shape, String number, String base, String low, String high) throws IOException {
        FolderRead read = shape.read("", number, base, low, high);

        assertThat(shape.share(read)).isEmpty();
        assertThat(read.rejections()).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo(Rule.PART_MISSING);
            assertThat(one.reason()).contains("list \"\" under 'symbols'");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "WIDE, many, 700, 8.1, 12.3", "WIDE, 70, 700, around 8, 12.3",
        "TIDY, many, 700, 8.1, 12.3", "TIDY, 70, 700, around 8, 12.3",
        "LONG, many, 700, 8.1, 12.3", "LONG, 70, 700, around 8, 12.3"
    })
    void wordsAreNoNumber(Shape shape, String number, String base, String low, String high) throws IOException {
        FolderRead read = shape.read("", number, base, low, high);

        assertThat(shape.share(read)).isEmpty();
        assertThat(read.rejections()).extracting(Rejection::rule).contains(Rule.VALUE_NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "WIDE, 0", "WIDE, 1", "WIDE, 2", "WIDE, 3", "TIDY, 0", "TIDY, 1", "TIDY, 2", "TIDY, 3", "LONG, 0", "LONG, 1",
        "LONG, 2", "LONG, 3"
    })
    void oneThatIsHiddenRefusesItsFigure(Shape shape, int cell) throws IOException {
        FolderRead read = shape.hiding(cell, "70", "700", "8.1", "12.3");

        assertThat(shape.share(read)).isEmpty();
        assertThat(read.rejections()).extracting(Rejection::rule).contains(Rule.CELL_UNCLEAR);
    }

    @Test
    void aNoteThatIsStruckOutRefusesItsFigure() throws IOException {
        String mapping = SOURCE.formatted("").replace("t.csv", "t.xlsx") + """
                layout: tidy
                area: E10000018
                period: 2020-03-31
                indicators:
                  share: {indicator: placements_3plus_pct, notes: [why]}
                """.indent(4);
        byte[] book = Packed.xlsx(workbook -> {
            XSSFSheet sheet = Packed.rows(
                    workbook.createSheet("T"), 1, new Object[] {"share", "why"}, new Object[] {10, "Estimated"});
            XSSFFont struck = workbook.createFont();
            struck.setStrikeout(true);
            sheet.getRow(1).getCell(1).getRichStringCellValue().applyFont(struck);
        });

        FolderRead read = FolderRead.of(mapping, book);

        assertThat(read.claims()).isEmpty();
        assertThat(read.rejections()).extracting(Rejection::rule).containsExactly(Rule.CELL_UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "WIDE, c, ''", "TIDY, c, ''", "LONG, c, ''",
        "WIDE, '', ', \"\": NOT_AVAILABLE'", "TIDY, '', ', \"\": NOT_AVAILABLE'", "LONG, '', ', \"\": NOT_AVAILABLE'"
    })
    void aSymbolSaysThatThereIsNone(Shape shape, String cell, String symbols) throws IOException {
        FolderRead read = shape.read(symbols, cell, cell, cell, cell);

        assertThat(read.rejections()).isEmpty();
        Claim share = shape.share(read).orElseThrow();
        assertThat(share.value()).contains(new BigDecimal("10"));
        assertThat(share.numerator()).isEmpty();
        assertThat(share.denominator()).isEmpty();
        assertThat(share.notes().of(ObservationColumn.CAVEAT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void limitsTheWrongWayRoundRefuseTheirFigure(Shape shape) throws IOException {
        FolderRead read = shape.read("", "70", "700", "12.3", "8.1");

        assertThat(shape.share(read)).isEmpty();
        assertThat(read.rejections()).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo(Rule.VALUE_OUT_OF_RANGE);
            assertThat(one.reason()).contains("12.3 to 8.1", "the wrong way round");
        });
    }

    @ParameterizedTest
    @CsvSource({"WIDE", "TIDY", "LONG"})
    void limitsAreScaledWithTheirFigure(Shape shape) throws IOException {
        String scale = ", \"\": NOT_AVAILABLE}\n    scale: 0.5\n    marks: {\"*\": \"\"";

        Claim share = shape.share(shape.read(scale, "", "", "8.2", "12.4")).orElseThrow();

        assertThat(share.value().orElseThrow()).isEqualByComparingTo("5");
        assertThat(share.notes().of(ObservationColumn.CAVEAT).orElseThrow()).contains("4.1 to 6.2");
    }
}
