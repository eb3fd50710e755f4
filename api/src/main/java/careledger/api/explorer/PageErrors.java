package careledger.api.explorer;

import careledger.api.error.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page that a browser gets where no page is, or where one could not be made. */
@Controller
final class PageErrors {
    private final Chromes chromes;
    private final PageWriter writer;

    PageErrors(Chromes chromes, PageWriter writer) {
        this.chromes = chromes;
        this.writer = writer;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = HttpProblem.status(request);
        String title = title(status);
        String text = text(status);
        PageContent content =
                new PageContent(status.value(), "problem", title, text, new ProblemModel(title, text, List.of()));
        PageHead.write(response);
        return ResponseEntity.status(status)
                .header("Content-Type", "text/html;charset=UTF-8")
                .body(writer.write(content, chromes.without(Route.SEARCH.address(), content)));
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Page not found";
            case BAD_REQUEST -> "This address cannot be read";
            default -> "Something went wrong";
        };
    }

    private static String text(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                "There is no page at this address. If you typed it, check it; if a link led here, it is out of date.";
            case BAD_REQUEST ->
                "It is not written as addresses are: a percent sign without a character after it, for example.";
            default -> "The page could not be made. Try it again in a moment.";
        };
    }
}
