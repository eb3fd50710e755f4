package careledger.api.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Tomcat speak {@link WatchedProtocol}. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> watchedProtocol() {
        return factory -> factory.setProtocol(WatchedProtocol.class.getName());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> headersOfEveryAnswer() {
        return factory -> factory.addEngineValves(new HeadersValve());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> errorBodies() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ErrorBodyValve.class.getName());
            }
        });
    }
}
