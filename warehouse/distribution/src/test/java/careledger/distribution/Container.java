package careledger.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a container engine does, as far as the examples need it: a root of its own, namespaces of mounts, processes and
 * network, a user without rights. No engine is needed; the machine's own programs take the place of the base image.
 *
 * @param root folder that becomes the root
 * @param volume folder that is mounted at /srv; null for none
 */
record Container(
        Path root,
        @Nullable Path volume,
        boolean readOnly,
        int user,
        int group,
        String folder,
        Map<String, String> environment) {
    private static final List<String> NAMESPACES =
            List.of("unshare", "--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child");

    /** Why containers cannot be made here; empty where they can be. */
    static String obstacle() throws InterruptedException {
        List<String> probe = new ArrayList<>(NAMESPACES);
        probe.addAll(List.of("sh", "-c", "mount --make-rprivate / && ip link set lo up && command -v setpriv nsenter"));
        try {
            Process process =
                    new ProcessBuilder(probe).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "unshare: " + said.strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A root with the machine's settings, which a base image has of its own. */
    static Container of(Path root) throws IOException, InterruptedException {
        Files.createDirectories(root);
        Process copy = new ProcessBuilder("cp", "-a", "/etc", root.toString())
                .inheritIO()
                .start();
        if (copy.waitFor() != 0) {
            throw new IOException("/etc cannot be copied to " + root + ".");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", "/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("JAVA_HOME", "/opt/java/openjdk");
        return new Container(root, null, false, 0, 0, "/", environment);
    }

    Container with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new Container(root, volume, readOnly, user, group, folder, more);
    }

    Container as(int otherUser, int otherGroup) {
        return new Container(root, volume, readOnly, otherUser, otherGroup, folder, environment);
    }

    Container in(String otherFolder) {
        return new Container(root, volume, readOnly, user, group, otherFolder, environment);
    }

    Container mounting(Path otherVolume) {
        return new Container(root, otherVolume, readOnly, user, group, folder, environment);
    }

    Container withReadOnlyRoot() {
        return new Container(root, volume, true, user, group, folder, environment);
    }

    Process start(List<String> command, Path output) throws IOException {
        Path script = output.resolveSibling("enter.sh");
        try (InputStream text = Objects.requireNonNull(Container.class.getResourceAsStream("enter.sh"))) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> all = new ArrayList<>(NAMESPACES);
        all.addAll(List.of("sh", script.toString(), root.toString(), System.getProperty("java.home")));
        all.addAll(List.of(volume == null ? "" : volume.toString(), readOnly ? "ro" : "rw"));
        all.addAll(List.of(Integer.toString(user), Integer.toString(group), folder));
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** @return what it said @throws IOException where it does not end with this exit code */
    String run(List<String> command, Path output, int exitCode) throws IOException, InterruptedException {
        Process process = start(command, output);
        int ended = process.waitFor();
        String said = Files.readString(output);
        if (ended != exitCode) {
            throw new IOException(command + " ended with " + ended + ", expected " + exitCode + ": " + said);
        }
        return said;
    }

    /** Id, outside of the container, of the process that is number 1 in it. */
    static ProcessHandle first(Process started) {
        return started.children().findFirst().orElseThrow();
    }

    /** Ends it as an engine does: SIGTERM to its first process. @return the exit code */
    static int stop(Process started) throws InterruptedException {
        first(started).destroy();
        if (!started.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The container did not stop.");
        }
        return started.exitValue();
    }

    static void kill(Process started) throws InterruptedException {
        first(started).destroyForcibly();
        started.waitFor();
    }

    /** A GET from within the container's network. @return status line, headers and body; empty where nobody listens */
    static String get(Process started, int port, String path) throws IOException, InterruptedException {
        String request = "exec 3<>/dev/tcp/127.0.0.1/" + port + " && printf 'GET " + path
                + " HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && cat <&3";
        Process ask = new ProcessBuilder(
                        "nsenter",
                        "--net",
                        "--target",
                        Long.toString(first(started).pid()),
                        "bash",
                        "-c",
                        request)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(ask.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ask.waitFor();
        return answer;
    }
}
