package careledger.api.graphql;

import careledger.api.graphql.ExampleQueries.WorkedQuestion;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page to ask on. It and all that it loads come from this service, so that it works without internet. */
@RestController
final class GraphiqlController {
    private final String page = ExampleQueries.text("page.html");
    private final String script = ExampleQueries.text("page.js");

    @GetMapping(path = "/graphiql", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        return page;
    }

    /** Separate from the page, because inline scripts are blocked. */
    @GetMapping(path = "/graphiql/page.js", produces = "text/javascript;charset=UTF-8")
    String script() {
        return script;
    }

    @GetMapping("/graphiql/questions")
    List<WorkedQuestion> questions() {
        return ExampleQueries.all();
    }
}
