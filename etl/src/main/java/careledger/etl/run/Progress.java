package careledger.etl.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells on a stream which stage a run is at and how far it is, and keeps how long each stage took. */
public final class Progress {
    private final PrintStream out;
    private final boolean quiet;
    private final int stages;
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private String stage = "";
    private long since = System.nanoTime();

    /** @param stages how many stages the run will tell of */
    public Progress(PrintStream out, boolean quiet, int stages) {
        this.out = out;
        this.quiet = quiet;
        this.stages = stages;
    }

    public void start(String name) {
        end();
        stage = name;
        say("[" + (millis.size() + 1) + "/" + stages + "] " + name + " ...");
    }

    public void note(String text) {
        say("      " + text);
    }

    /** Milliseconds of each stage so far, in order. */
    public Map<String, Long> millis() {
        end();
        return new LinkedHashMap<>(millis);
    }

    private void end() {
        long now = System.nanoTime();
        if (!stage.isEmpty()) {
            millis.put(stage, Duration.ofNanos(now - since).toMillis());
            stage = "";
        }
        since = now;
    }

    private void say(String text) {
        if (!quiet) {
            out.println(text);
            out.flush();
        }
    }
}
