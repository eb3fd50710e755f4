package careledger.api.explorer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The page that a browser gets where no page is, or where one could not be made. */
@Component
final class PageErrors implements ErrorViewResolver {
    private final Chromes chromes;
    private final PageWriter writer;

    PageErrors(Chromes chromes, PageWriter writer) {
        this.chromes = chromes;
        this.writer = writer;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        boolean missing = status == HttpStatus.NOT_FOUND;
        String title = missing ? "Page not found" : "Something went wrong";
        String text = missing
                ? "There is no page at this address. If you typed it, check it; if a link led here, it is out of date."
                : "The page could not be made. Try it again in a moment.";
        PageContent content =
                new PageContent(status.value(), "problem", title, text, new ProblemModel(title, text, List.of()));
        return new ModelAndView(new Written(content), model);
    }

    private final class Written implements View {
        private final PageContent content;

        Written(PageContent content) {
            this.content = content;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            PageHead.write(response);
            response.setContentType("text/html;charset=UTF-8");
            byte[] page = page().getBytes(StandardCharsets.UTF_8);
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        }

        private String page() {
            return writer.write(content, chromes.without(Route.SEARCH.address(), content));
        }
    }
}
