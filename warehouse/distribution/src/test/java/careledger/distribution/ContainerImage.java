package careledger.distribution;

import careledger.distribution.Dockerfile.Instruction;
import careledger.distribution.Dockerfile.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the instructions of a Dockerfile make, each carried out as it is written.
 *
 * @param container as its last stage leaves it
 * @param entryPoint and the command, in the form of JSON
 */
record ContainerImage(Container container, List<String> entryPoint, List<String> command) {
    /** @param context the folder that COPY reads */
    static ContainerImage build(Path dockerfile, Path context, Path folder) throws IOException, InterruptedException {
        Map<String, Path> roots = new HashMap<>();
        Container container = Container.of(folder.resolve("none"));
        Stage last = Dockerfile.read(dockerfile).image();
        int number = 0;
        for (Stage stage : Dockerfile.read(dockerfile).stages()) {
            number++;
            container = Container.of(folder.resolve("stage-" + number));
            roots.put(stage.name(), container.root());
            for (Instruction one : stage.instructions()) {
                container = carriedOut(one, container, context, roots, folder.resolve("build-" + number + ".log"));
            }
        }
        return new ContainerImage(container, texts(last.last("ENTRYPOINT")), texts(last.last("CMD")));
    }

    private static Container carriedOut(
            Instruction one, Container container, Path context, Map<String, Path> roots, Path log)
            throws IOException, InterruptedException {
        return switch (one.keyword()) {
            case "RUN" -> {
                container.run(List.of("/bin/sh", "-c", one.value()), log, 0);
                yield container;
            }
            case "COPY" -> {
                copy(one.value(), container.root(), context, roots);
                yield container;
            }
            case "ENV" ->
                container.with(one.value().split("=", 2)[0], one.value().split("=", 2)[1]);
            case "USER" -> user(container, one.value());
            case "WORKDIR" -> container.in(one.value());
            case "FROM", "VOLUME", "EXPOSE", "ENTRYPOINT", "CMD" -> container;
            default -> throw new IllegalStateException("The test knows no " + one.keyword() + ".");
        };
    }

    private static void copy(String value, Path root, Path context, Map<String, Path> roots)
            throws IOException, InterruptedException {
        List<String> words = List.of(value.split("\\s+"));
        boolean fromStage = words.get(0).startsWith("--from=");
        Path base = fromStage ? roots.get(words.get(0).substring("--from=".length())) : context;
        if (base == null) {
            throw new IllegalStateException("COPY " + value + " names a stage that there is not.");
        }
        Path target = root.resolve(words.get(words.size() - 1).substring(1));
        Files.createDirectories(target.getParent());
        for (String from : words.subList(fromStage ? 1 : 0, words.size() - 1)) {
            Path source = base.resolve(from.startsWith("/") ? from.substring(1) : from);
            if (!Files.exists(source)) {
                throw new IOException("COPY " + value + ": there is no " + source + ".");
            }
            // A folder's content goes into the target, as in an engine; what a stage has no more is moved, not copied.
            int ended = new ProcessBuilder(fromStage ? "mv" : "cp", "-T", source.toString(), target.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IOException("COPY " + value + " failed.");
            }
        }
    }

    private static Container user(Container container, String name) throws IOException {
        try (Stream<String> users = Files.lines(container.root().resolve("etc/passwd"))) {
            String[] found = users.map(line -> line.split(":"))
                    .filter(line -> line[0].equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The image has no user " + name + "."));
            return container.as(Integer.parseInt(found[2]), Integer.parseInt(found[3]));
        }
    }

    private static List<String> texts(String json) {
        return Yaml.documents(json).get(0).texts();
    }

    /** What starts with no arguments, or with others than the image's own. */
    List<String> started(List<String> arguments) {
        return Stream.concat(entryPoint.stream(), (arguments.isEmpty() ? command : arguments).stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
