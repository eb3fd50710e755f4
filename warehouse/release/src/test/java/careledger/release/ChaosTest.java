package careledger.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of harm is in the ordinary build, in full under -Pchaos, done by a test, and in the documentation. */
class ChaosTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Pattern SET = Pattern.compile("<(chaos\\.[A-Za-z]+)>(\\d+)</");
    private static final Pattern PASSED_ON = Pattern.compile("<careledger\\.(chaos\\.[A-Za-z]+)>\\$\\{([^}]+)}</");

    @Test
    void ordinaryBuildHasALittleOfEachKindAndTheProfileAll() throws IOException {
        Map<String, Integer> ordinary = new TreeMap<>();
        Map<String, Integer> all = new TreeMap<>();
        for (String module : modules()) {
            String pom = Files.readString(CHECKOUT.resolve(module).resolve("pom.xml"));
            int profile = pom.indexOf("<id>chaos</id>");
            ordinary.putAll(settings(module, pom.substring(0, profile)));
            all.putAll(settings(module, pom.substring(profile)));
            Matcher passed = PASSED_ON.matcher(pom);
            while (passed.find()) {
                assertThat(passed.group(1)).isEqualTo(passed.group(2));
                all.put(module + " " + passed.group(1) + " is passed on", 1);
                ordinary.put(module + " " + passed.group(1) + " is passed on", 0);
            }
        }
        TreeSet<String> wanted = new TreeSet<>();
        for (Chaos kind : Chaos.values()) {
            wanted.add(kind.module() + " " + kind.property());
            wanted.add(kind.module() + " " + kind.property() + " is passed on");
        }

        assertThat(ordinary.keySet()).isEqualTo(wanted);
        assertThat(all.keySet()).isEqualTo(wanted);
        assertThat(ordinary).allSatisfy((kind, count) -> {
            assertThat(count).isGreaterThanOrEqualTo(kind.endsWith("passed on") ? 0 : 1);
            assertThat(all.get(kind)).as(kind).isGreaterThan(count);
        });
    }

    @Test
    void everyKindIsDoneByATestOfItsModuleAndDocumented() throws IOException {
        String document = Files.readString(CHECKOUT.resolve("docs/data-folder.md"));
        Map<Chaos, Long> tests = new HashMap<>();
        for (Chaos kind : Chaos.values()) {
            Pattern used = Pattern.compile("Chaos\\." + kind.name() + "\\b|\"careledger\\." + kind.property() + "\"");
            try (Stream<Path> files = Files.walk(CHECKOUT.resolve(kind.module()).resolve("src/test/java"))) {
                tests.put(
                        kind,
                        files.filter(file -> file.toString().endsWith("Test.java"))
                                .filter(file -> used.matcher(text(file)).find())
                                .count());
            }
            assertThat(document).contains("`" + kind.property() + "`");
        }
        assertThat(tests)
                .allSatisfy((kind, count) ->
                        assertThat(count).as("tests of %s", kind).isPositive());
    }

    private static Map<String, Integer> settings(String module, String text) {
        Map<String, Integer> settings = new TreeMap<>();
        Matcher set = SET.matcher(text);
        while (set.find()) {
            settings.put(module + " " + set.group(1), Integer.valueOf(set.group(2)));
        }
        return settings;
    }

    private static List<String> modules() {
        return Stream.of(Chaos.values()).map(Chaos::module).distinct().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
