package careledger.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The options of {@code careledger up}.
 *
 * @param extracts folders of deliveries, or one address
 * @param area code or name of the area that the service is about; empty for the standard one
 * @param from address of a store whose releases are fetched; empty where extracts are loaded
 */
record UpOptions(String port, Path data, List<String> extracts, String area, String from) {
    private static final String USAGE =
            "Usage: ./careledger up [--port 8080] [--data DIR] [--area AREA] [--extracts DIR ... | --from ADDRESS]";

    static UpOptions parse(Installation installation, List<String> arguments) {
        String port = "8080";
        Path data = installation.data();
        List<String> extracts = new ArrayList<>();
        String area = "";
        String from = "";
        Deque<String> words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? next(option, words) : word.substring(equals + 1);
            switch (option) {
                case "--port" -> port = value;
                case "--data" -> data = Path.of(value);
                case "--extracts" -> extracts.add(value);
                case "--area" -> area = value;
                case "--from" -> from = value;
                default -> throw LaunchException.usage("Unknown option '" + word + "'. " + USAGE);
            }
        }
        if (extracts.isEmpty()) {
            extracts.add(installation.extracts().toString());
        }
        return new UpOptions(port, data, List.copyOf(extracts), area, from);
    }

    boolean follows() {
        return !from.isEmpty();
    }

    private static String next(String option, Deque<String> words) {
        if (!List.of("--port", "--data", "--extracts", "--area", "--from").contains(option)) {
            throw LaunchException.usage("Unknown option '" + option + "'. " + USAGE);
        }
        if (words.isEmpty()) {
            throw LaunchException.usage(option + " needs a value. " + USAGE);
        }
        return words.removeFirst();
    }
}
