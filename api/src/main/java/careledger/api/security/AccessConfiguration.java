package careledger.api.security;

import careledger.api.config.AccessSettings;
import careledger.api.config.CareLedgerProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The way in, written out: Spring Security's filters in their order, without its parts for browsers that sign in, which
 * would cost time at start and keep sessions on the server for everybody. Where the service is closed, {@link SignIn} takes
 * keys from a form, and sends readers to the identity provider.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /** Before the service's own filters, after those that see every request. */
    private static final int ORDER = -100;

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> keysLeaveTheAddress() {
        return server -> server.addEngineValves(new KeyInAddress());
    }

    /** @throws IllegalArgumentException where anybody could claim to be anybody's proxy */
    @Bean
    FilterRegistrationBean<FilterChainProxy> access(
            CareLedgerProperties properties,
            SignInPages pages,
            @Value("${server.forward-headers-strategy:none}") String forwarded) {
        if (forwarded.equalsIgnoreCase("framework")) {
            throw new IllegalArgumentException("server.forward-headers-strategy=framework takes every caller's word"
                    + " about its address; expected native, with server.tomcat.remoteip.internal-proxies");
        }
        FilterRegistrationBean<FilterChainProxy> access = new FilterRegistrationBean<>(chain(properties, pages));
        access.setOrder(ORDER);
        // A request whose body arrived in pieces comes here when it is dispatched again, and not before.
        access.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return access;
    }

    private static FilterChainProxy chain(CareLedgerProperties properties, SignInPages pages) {
        AccessSettings settings = properties.access();
        RateLimit rates = new RateLimit(new RateBudgets(settings.rate()), AccessRules.HEALTH);
        Keys keys = new Keys(new KeyFile(properties.data()));
        Optional<Sessions> sessions = settings.open() ? Optional.empty() : Optional.of(new Sessions(keys));
        Optional<SignIn> signIn = sessions.map(all -> signIn(all, settings, pages, rates));
        AuthenticationManager callers = new ProviderManager(
                new KeyAuthenticationProvider(keys),
                new TokenAuthenticationProvider(settings.identity()),
                new SignedInProvider());
        List<Filter> filters = new ArrayList<>();
        filters.add(new HeaderWriterFilter(List.of(new HstsHeaderWriter())));
        signIn.ifPresent(filters::add);
        filters.addAll(List.of(
                authentication(
                        callers,
                        new Credentials(sessions),
                        new AuthenticationFailures(rates, settings.rate().failure())),
                new AnonymousAuthenticationFilter("careledger"),
                rates,
                new PrivateAnswers(settings.open()),
                denials(signIn),
                new AuthorizationFilter(new AccessRules(settings.open()))));
        FilterChainProxy chain =
                new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters));
        // Which methods an address takes is for the address to say, with 405.
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        chain.setFirewall(firewall);
        chain.setRequestRejectedHandler(
                (request, response, rejected) -> DenialWriter.write(Denial.malformed(), request, response));
        return chain;
    }

    private static SignIn signIn(Sessions sessions, AccessSettings settings, SignInPages pages, RateLimit rates) {
        SignInAnswers answers = new SignInAnswers(pages);
        long cost = settings.rate().failure();
        Optional<ProviderSignIn> provider = settings.identity().client().registered()
                ? Optional.of(new ProviderSignIn(new OpenIdClient(settings.identity()), sessions, answers, rates, cost))
                : Optional.empty();
        return new SignIn(sessions, answers, provider, rates, cost);
    }

    private static Filter authentication(
            AuthenticationManager callers, Credentials credentials, AuthenticationFailures failed) {
        AuthenticationFilter filter = new AuthenticationFilter(callers, credentials);
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(failed);
        return filter;
    }

    private static Filter denials(Optional<SignIn> signIn) {
        ExceptionTranslationFilter filter = new ExceptionTranslationFilter((request, response, stranger) -> {
            if (signIn.isEmpty() || !signIn.get().showInstead(request, response)) {
                DenialWriter.write(Denial.closed(), request, response);
            }
        });
        filter.setAccessDeniedHandler(
                (request, response, denied) -> DenialWriter.write(Denial.forbidden(), request, response));
        return filter;
    }
}
