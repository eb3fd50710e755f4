package careledger.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SchemaDependenciesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("careledger.schema");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("careledger.schema.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void wordsOfTheDomainKnowNoMachinery() {
        noClasses()
                .that()
                .resideInAPackage("careledger.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "careledger.release..",
                        "careledger.etl..",
                        "careledger.api..",
                        "java.sql..",
                        "org.duckdb..",
                        "org.apache.spark..",
                        "org.springframework..")
                .check(CLASSES);
    }
}
