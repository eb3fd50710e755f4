package careledger.api.explorer;

import careledger.answers.observation.Observation;
import careledger.api.config.ExplorerSettings.Help;
import careledger.api.explorer.file.FileTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page for young people: ten questions, and whom to tell. */
public record YoungPeopleModel(String area, List<Question> questions, List<Help> help) implements Tabulated {
    public YoungPeopleModel {
        questions = List.copyOf(questions);
        help = List.copyOf(help);
    }

    @Override
    public List<FileTable> tables(FileVisit visit) {
        FileTable.Draft draft = FigureColumns.begin("Ten questions about being in care in " + area)
                .texts("Question", "Meaning");
        questions.forEach(question ->
                draft.row(FigureColumns.row(question.figure(), visit, question.question(), question.meaning())));
        return List.of(draft.done());
    }

    /**
     * @param answer the value
     * @param meaning what the value is, in plain words
     * @param since how it changed; may be empty
     */
    public record Question(
            String id,
            String question,
            String answer,
            String when,
            String meaning,
            String since,
            String link,
            @Nullable Observation figure) {}
}
