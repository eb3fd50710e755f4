package careledger.api.web;

import careledger.api.config.CareLedgerProperties;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets scripts of pages elsewhere ask with GraphQL, where the settings name their origins. */
@Configuration(proxyBeanMethods = false)
class OriginConfiguration {
    @Bean
    WebMvcConfigurer graphQlOrigins(CareLedgerProperties properties) {
        List<String> origins = properties.access().origins();
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                if (!origins.isEmpty()) {
                    registry.addMapping("/graphql")
                            .allowedOrigins(origins.toArray(String[]::new))
                            .allowedMethods("GET", "POST")
                            .exposedHeaders("Retry-After", "X-Request-Id")
                            .maxAge(AnyOrigin.SECONDS);
                }
            }
        };
    }
}
