package careledger.api.web;

import careledger.api.config.CareLedgerProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;

/** Lets everything behind the first filter see requests as sent to the public address, where one is configured. */
@Configuration(proxyBeanMethods = false)
class PublicAddressConfiguration {
    @Bean
    FilterRegistrationBean<Filter> publicAddress(CareLedgerProperties properties) {
        Filter filter = (request, response, chain) -> chain.doFilter(
                properties
                        .publicAddress()
                        .<ServletRequest>map(address -> new PublicRequest((HttpServletRequest) request, address))
                        .orElse(request),
                response);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setEnabled(properties.publicAddress().isPresent());
        return registration;
    }

    /** An address with a slash at its end is the one without: people type and paste both. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> slashAtTheEnd() {
        FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
