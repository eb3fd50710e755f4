package careledger.api.explorer;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills templates, which are compiled with the program. */
@Component
final class PageWriter {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    String write(PageContent content, Chrome chrome) {
        StringOutput page = new StringOutput(32_768);
        templates.render("page/" + content.template() + ".jte", Map.of("page", chrome, "model", content.model()), page);
        return page.toString();
    }
}
