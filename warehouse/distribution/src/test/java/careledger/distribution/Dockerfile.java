package careledger.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The instructions of a Dockerfile, as they are written, in the stages that begin with FROM. */
record Dockerfile(List<Stage> stages) {
    /** One image. */
    record Stage(String name, List<Instruction> instructions) {
        /** Values of all instructions of a kind. */
        List<String> all(String keyword) {
            return instructions.stream()
                    .filter(one -> one.keyword().equals(keyword))
                    .map(Instruction::value)
                    .collect(Collectors.toList());
        }

        /** The value of the last instruction of a kind. */
        String last(String keyword) {
            List<String> all = all(keyword);
            if (all.isEmpty()) {
                throw new IllegalStateException("The Dockerfile's last stage has no " + keyword + ".");
            }
            return all.get(all.size() - 1);
        }
    }

    /** One instruction, its continued lines joined. */
    record Instruction(String keyword, String value) {}

    static Dockerfile read(Path file) throws IOException {
        List<Stage> stages = new ArrayList<>();
        String text = Files.readString(file).replaceAll("(?m)^\\s*#.*\\n", "").replaceAll("\\\\\\n", " ");
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+", 2);
            Instruction instruction = new Instruction(words[0].toUpperCase(Locale.ROOT), words[1].strip());
            if (instruction.keyword().equals("FROM")) {
                String[] named = instruction.value().split("\\s+", -1);
                stages.add(new Stage(named.length == 3 ? named[2] : "", new ArrayList<>()));
            }
            stages.get(stages.size() - 1).instructions().add(instruction);
        }
        return new Dockerfile(List.copyOf(stages));
    }

    Stage image() {
        return stages.get(stages.size() - 1);
    }
}
