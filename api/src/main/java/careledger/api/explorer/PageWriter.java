package careledger.api.explorer;

import careledger.api.config.CareLedgerProperties;
import careledger.api.pdf.PdfWriter;
import careledger.api.web.WantedBytes;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills templates, which are compiled with the program. */
@Component
final class PageWriter {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String prefix;

    PageWriter(CareLedgerProperties properties) {
        this.prefix = properties.prefix();
    }

    String write(PageContent content, Chrome chrome) {
        return PrefixedLinks.in(filled(content, chrome), prefix);
    }

    /** The page with links that stay in a release. */
    String write(PageContent content, Chrome chrome, String release) {
        return PrefixedLinks.in(PinnedLinks.in(filled(content, chrome), release), prefix);
    }

    private String filled(PageContent content, Chrome chrome) {
        return fill("page/" + content.template() + ".jte", content, chrome);
    }

    /** The page on which readers sign in, which has nothing around it. */
    String write(SignInModel model) {
        StringOutput page = new StringOutput();
        templates.render("page/sign-in.jte", model, page);
        return PrefixedLinks.in(page.toString(), prefix);
    }

    /** The page as a PDF, by its template for paper. */
    byte[] print(PageContent content, Chrome chrome) {
        WantedBytes file = WantedBytes.ofThisRequest();
        try {
            PdfWriter.write(fill("paper/" + content.template() + ".jte", content, chrome), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private String fill(String template, PageContent content, Chrome chrome) {
        StringOutput page = new StringOutput(32_768);
        templates.render(template, Map.of("page", chrome, "model", content.model()), page);
        return page.toString();
    }
}
