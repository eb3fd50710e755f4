package careledger.api.metric;

import careledger.warehouse.serving.Load;
import careledger.warehouse.serving.Warehouse;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What the warehouse does: how many questions run and wait, and how questions ended. */
@Component
final class WarehouseMeters implements MeterBinder {
    private final Warehouse warehouse;

    WarehouseMeters(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "running", "questions that DuckDB is answering", Load::running);
        gauge(registry, "waiting", "questions that wait for their turn", Load::waiting);
        count(registry, "answered", Load::answered);
        count(registry, "timed_out", Load::timedOut);
        count(registry, "hung_up", Load::hungUp);
        count(registry, "refused", Load::refused);
        count(registry, "failed", Load::failed);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Load> value) {
        Gauge.builder("careledger.questions." + name, warehouse, from -> value.applyAsDouble(from.load()))
                .description(description)
                .register(registry);
    }

    private void count(MeterRegistry registry, String end, ToDoubleFunction<Load> value) {
        FunctionCounter.builder("careledger.questions", warehouse, from -> value.applyAsDouble(from.load()))
                .description("questions to DuckDB, by how they ended")
                .tag("end", end)
                .register(registry);
    }
}
