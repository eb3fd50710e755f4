package careledger.api.download;

import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.security.Caller;
import careledger.api.security.Role;
import careledger.release.run.RunRecords;
import careledger.schema.text.UnknownIdException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The reports of runs. They contain the text of rejected rows, so they are for engineers. */
@RestController
final class RunReportController {
    private final RunRecords runs;

    RunReportController(RunRecords runs) {
        this.runs = runs;
    }

    @GetMapping("/api/runs/{id}/report.{form:html|json}")
    ResponseEntity<byte[]> report(@PathVariable String id, @PathVariable String form) throws IOException {
        if (!Caller.current().may(Role.ENGINEER)) {
            throw ApiException.of(
                    HttpStatus.FORBIDDEN,
                    ProblemCode.FORBIDDEN,
                    "Reports of runs need the role 'engineer': they contain the text of rejected rows.",
                    "Ask with the key or token of one who has that role; etlRuns and rejections say what others may"
                            + " see.");
        }
        Path folder = folder(id);
        if (runs.hidesSomeOf(id)) {
            throw ApiException.of(
                    HttpStatus.FORBIDDEN,
                    ProblemCode.FORBIDDEN,
                    "The report of run '" + id + "' contains what is under embargo.",
                    "Read it on the machine that holds the data, or here when the embargo has ended.");
        }
        Path file = folder.resolve("report." + form);
        if (!Files.isRegularFile(file)) {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    ProblemCode.NOT_FOUND,
                    "Run '" + id + "' left no report.",
                    "etlRuns lists the runs; those made before there were reports have none.");
        }
        return ResponseEntity.ok()
                .contentType(
                        form.equals("html")
                                ? new MediaType("text", "html", StandardCharsets.UTF_8)
                                : MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Files.readAllBytes(file));
    }

    private Path folder(String id) {
        try {
            return runs.reports(runs.get(id).id());
        } catch (UnknownIdException e) {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    ProblemCode.NOT_FOUND,
                    String.valueOf(e.getMessage()),
                    "etlRuns lists the runs.");
        }
    }
}
