package careledger.etl.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reports on a stream which stage a run is at and how far it is, and keeps how long and how much
 * memory each stage took. */
public final class Progress {
    private final PrintStream out;
    private final boolean quiet;
    private final int stages;
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, Long> heap = new LinkedHashMap<>();
    private Consumer<String> follower = stage -> {};
    private String stage = "";
    private long since = System.nanoTime();

    /** @param stages how many stages the run will report */
    public Progress(PrintStream out, boolean quiet, int stages) {
        this.out = out;
        this.quiet = quiet;
        this.stages = stages;
    }

    public void start(String name) {
        end();
        stage = name;
        String words = "[" + (millis.size() + 1) + "/" + stages + "] " + name;
        say(words + " ...");
        follower.accept(words);
    }

    /** Calls the listener for every stage that begins from now on. */
    void follow(Consumer<String> somebody) {
        follower = somebody;
    }

    public void note(String text) {
        say("      " + text);
    }

    /** Milliseconds of each stage so far, in order. */
    public Map<String, Long> millis() {
        end();
        return new LinkedHashMap<>(millis);
    }

    /** Most bytes of heap that were in use in each stage so far, in order. */
    Map<String, Long> heap() {
        end();
        return new LinkedHashMap<>(heap);
    }

    private void end() {
        long now = System.nanoTime();
        if (!stage.isEmpty()) {
            millis.put(stage, Duration.ofNanos(now - since).toMillis());
            heap.put(stage, HeapPeak.sinceReset());
            stage = "";
        }
        since = now;
        HeapPeak.reset();
    }

    private void say(String text) {
        if (!quiet) {
            out.println(text);
            out.flush();
        }
    }
}
