package careledger.answers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WarehouseDependenciesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("careledger.release", "careledger.answers");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("careledger.[release|answers].(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void warehouseKnowsNeitherSparkNorHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("careledger.release..", "careledger.answers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "careledger.etl..",
                        "careledger.api..",
                        "org.apache.spark..",
                        "org.springframework..",
                        "graphql..",
                        "java.net.http..")
                .check(CLASSES);
    }
}
