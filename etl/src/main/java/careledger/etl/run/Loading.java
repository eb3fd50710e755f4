package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import java.io.IOException;
import java.time.Instant;

/** Reads the deliveries of a plan. */
interface Loading {
    /** @param now sources that are published later are under embargo */
    LoadResult read(LoadPlan plan, Instant now) throws IOException;
}
