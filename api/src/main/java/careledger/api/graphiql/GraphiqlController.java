package careledger.api.graphiql;

import careledger.api.graphiql.WorkedQuestions.WorkedQuestion;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page to ask on. It and all that it loads come from this service, so that it works without internet. */
@RestController
final class GraphiqlController {
    private final String page = WorkedQuestions.text("page.html");

    @GetMapping(path = "/graphiql", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        return page;
    }

    @GetMapping("/graphiql/questions")
    List<WorkedQuestion> questions() {
        return WorkedQuestions.all();
    }
}
