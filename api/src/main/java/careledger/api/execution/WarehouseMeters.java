package careledger.api.execution;

import careledger.answers.serving.Warehouse;
import careledger.answers.serving.WarehouseLoad;
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
        gauge(registry, "running", "questions that DuckDB is answering", WarehouseLoad::running);
        gauge(registry, "waiting", "questions that wait for their turn", WarehouseLoad::waiting);
        count(registry, "answered", WarehouseLoad::answered);
        count(registry, "timed_out", WarehouseLoad::timedOut);
        count(registry, "hung_up", WarehouseLoad::hungUp);
        count(registry, "refused", WarehouseLoad::refused);
        count(registry, "failed", WarehouseLoad::failed);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<WarehouseLoad> value) {
        Gauge.builder("careledger.questions." + name, warehouse, from -> value.applyAsDouble(from.load()))
                .description(description)
                .register(registry);
    }

    private void count(MeterRegistry registry, String end, ToDoubleFunction<WarehouseLoad> value) {
        FunctionCounter.builder("careledger.questions", warehouse, from -> value.applyAsDouble(from.load()))
                .description("questions to DuckDB, by how they ended")
                .tag("end", end)
                .register(registry);
    }
}
