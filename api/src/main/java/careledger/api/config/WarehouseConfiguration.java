package careledger.api.config;

import careledger.answers.serving.Warehouse;
import careledger.release.run.RunRecords;
import careledger.release.store.Releases;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the warehouse below the data folder, and follows its current release. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareLedgerProperties.class)
class WarehouseConfiguration {
    @Bean(destroyMethod = "close")
    Warehouse warehouse(CareLedgerProperties properties) {
        Warehouse warehouse =
                Warehouse.open(properties.data(), properties.limits().serving());
        warehouse.watch(properties.refresh());
        return warehouse;
    }

    @Bean
    Releases releases(CareLedgerProperties properties) {
        return new Releases(properties.data());
    }

    @Bean
    RunRecords runRecords(CareLedgerProperties properties) {
        return new RunRecords(properties.data());
    }
}
