package careledger.etl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EtlDependenciesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("careledger.etl");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("careledger.etl.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void sparkIsKnownWhereDataIsMovedAndNowhereElse() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "careledger.etl.layout..",
                        "careledger.etl.table..",
                        "careledger.etl.headline..",
                        "careledger.etl.input..",
                        "careledger.etl.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
                .check(CLASSES);
    }

    @Test
    void etlKnowsNeitherSpringNorTheApi() {
        noClasses()
                .that()
                .resideInAPackage("careledger.etl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("careledger.api..", "org.springframework..", "graphql..")
                .check(CLASSES);
    }
}
