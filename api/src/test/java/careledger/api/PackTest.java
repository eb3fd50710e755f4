package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import careledger.release.sample.SampleRelease;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The papers for a board, as a page and as a PDF. */
class PackTest {
    private static final String PACK = "/scorecards/corporate-parenting-board/pack";

    @TempDir
    Path dir;

    @Test
    void pdfIsTaggedOnA4WithItsFontAndNumberedPages() throws Exception {
        HttpResponse<byte[]> answer = PageService.shared().send("GET", PACK + ".pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            PDPage first = pdf.getPage(0);
            assertThat(first.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), offset(1f));
            for (COSName name : first.getResources().getFontNames()) {
                assertThat(first.getResources().getFont(name).isEmbedded()).isTrue();
            }
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("How we are doing as corporate parents", "Summary", "How to read this", "Sources")
                    .contains("Page 1 of " + pdf.getNumberOfPages());
        }
    }

    @Test
    void pageSaysWhatTheScorecardSays() throws Exception {
        String pack = PageService.shared().get(PACK).body();
        String card = PageService.shared()
                .get("/scorecards/corporate-parenting-board")
                .body();
        String lead = card.replaceAll("(?s).*<p class=\"lead\">([^<]*)</p>.*", "$1");

        assertThat(pack).contains("<p class=\"lead\">" + lead + "</p>");
        assertThat(card).contains("href=\"" + PACK + "\"");
        List<String> ids = Stream.of(pack.split("\\sid=\"", -1))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('"')))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void commandPrintsWithoutAService() throws Exception {
        SampleRelease.publishSeries(dir, "series-1");
        Path file = dir.resolve("pack.pdf");

        Answer answer = run("--data", dir.toString(), file.toString());

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(answer.out()).contains("pack.pdf");
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
        }
    }

    @Test
    void commandSaysWhatIsWrong() throws Exception {
        SampleRelease.publishSeries(dir, "series-1");
        String data = dir.toString();
        String file = dir.resolve("pack.pdf").toString();

        assertThat(run("--data", data, "--card", "corporate-parents", file))
                .isEqualTo(new Answer(
                        1,
                        "",
                        "careledger: There is no scorecard 'corporate-parents'. Nearest known:"
                                + " 'corporate-parenting-board'.\n"));
        assertThat(run("--data", data, "--area", "Kemt", file).error()).contains("Nearest known: 'Kent'");
        assertThat(run("--data", data, dir.resolve("none/pack.pdf").toString()).error())
                .contains("none' for the PDF is not there");
        assertThat(run("--data", data).code()).isEqualTo(2);
        assertThat(Files.exists(Path.of(file))).isFalse();
    }

    private record Answer(int code, String out, String error) {}

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line =
                PackCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(error, true));
        int code = line.execute(Arrays.copyOf(arguments, arguments.length));
        return new Answer(code, out.toString(), error.toString());
    }
}
