package careledger.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The store whose releases are fetched into the data folder while the service runs, below {@code careledger.follow}. A
 * process of its own fetches; one that ends is started again.
 *
 * @param address of the store; where it is empty, none is followed
 * @param launcher the command whose {@code fetch} is started
 * @param every how often the store is checked
 * @param again how long after its end the process is started again
 * @param memory most heap of the process, as {@code java -Xmx} reads it
 * @param options further options of {@code fetch}
 */
public record FollowSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String launcher,
        @DefaultValue("30s") Duration every,
        @DefaultValue("5s") Duration again,
        @DefaultValue("256m") String memory,
        @DefaultValue List<String> options) {
    public FollowSettings {
        options = List.copyOf(options);
    }

    /** Whether a store is followed. */
    public boolean on() {
        return !address.isEmpty();
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (on() && launcher.isEmpty()) {
            problems.add("careledger.follow.launcher is the command whose fetch is started, such as ./careledger");
        }
        MinValue.check(problems, "follow.every (seconds)", every.toSeconds(), 1);
        if (again.isNegative()) {
            problems.add("careledger.follow.again is 0s or longer");
        }
        return problems;
    }
}
