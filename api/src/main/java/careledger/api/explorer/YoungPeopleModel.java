package careledger.api.explorer;

import careledger.api.config.ExplorerSettings.Help;
import java.util.List;

/** The page for young people: ten questions, and whom to tell. */
public record YoungPeopleModel(String area, List<Question> questions, List<Help> help) {
    public YoungPeopleModel {
        questions = List.copyOf(questions);
        help = List.copyOf(help);
    }

    /**
     * @param answer the value
     * @param meaning what the value is, in plain words
     * @param since how it changed; may be empty
     */
    public record Question(
            String id, String question, String answer, String when, String meaning, String since, String link) {}
}
