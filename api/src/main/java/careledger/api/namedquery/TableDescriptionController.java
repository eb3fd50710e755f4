package careledger.api.namedquery;

import careledger.api.web.AnyOrigin;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Descriptions of the CSV files, at the addresses where tools look for them. */
@RestController
@AnyOrigin
final class TableDescriptionController {
    /** Behind the address of a CSV. */
    static final String SUFFIX = "-metadata.json";

    private final NamedQueries queries;

    TableDescriptionController(NamedQueries queries) {
        this.queries = queries;
    }

    @GetMapping(path = QueryAddress.BASE + "/{name}.csv" + SUFFIX, produces = "application/csvm+json")
    Map<String, Object> csvw(@PathVariable String name) {
        return TableDescription.csvw(queries.get(name));
    }

    @GetMapping(path = QueryAddress.BASE + "/datapackage.json", produces = "application/json")
    Map<String, Object> dataPackage() {
        return TableDescription.dataPackage(queries);
    }
}
