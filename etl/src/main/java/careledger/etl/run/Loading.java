package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import java.io.IOException;

/** Reads the deliveries of a plan. */
interface Loading {
    LoadResult read(LoadPlan plan) throws IOException;
}
