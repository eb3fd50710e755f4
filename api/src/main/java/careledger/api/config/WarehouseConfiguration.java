package careledger.api.config;

import careledger.answers.serving.Warehouse;
import careledger.api.notice.Notices;
import careledger.release.run.RunRecords;
import careledger.release.store.Releases;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the warehouse below the data folder, and follows its current release. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareLedgerProperties.class)
class WarehouseConfiguration {
    /** By which embargoes end. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Warehouse warehouse(CareLedgerProperties properties, Clock clock) {
        Warehouse warehouse =
                Warehouse.open(properties.data(), properties.limits().serving(), clock);
        warehouse.watch(properties.refresh());
        return warehouse;
    }

    @Bean
    Notices notices(CareLedgerProperties properties) {
        return properties.explorer().shownNotices();
    }

    @Bean
    Releases releases(CareLedgerProperties properties, Clock clock) {
        return new Releases(properties.data(), clock);
    }

    @Bean
    RunRecords runRecords(CareLedgerProperties properties, Clock clock) {
        return RunRecords.forReaders(properties.data(), clock);
    }
}
