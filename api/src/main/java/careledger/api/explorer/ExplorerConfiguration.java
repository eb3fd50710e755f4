package careledger.api.explorer;

import careledger.api.explorer.file.FileForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Puts every route where requests find it. */
@Configuration(proxyBeanMethods = false)
class ExplorerConfiguration {
    /** After the controllers, before the files that lie about. */
    private static final int ORDER = 10;

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    SimpleUrlHandlerMapping pages(PageHandler handler) {
        Map<String, Object> addresses = new LinkedHashMap<>();
        for (Route route : Route.values()) {
            addresses.put(route.pattern(), handler);
            for (FileForm form : route.files()) {
                addresses.put(route.pattern(form), handler);
            }
        }
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(addresses, ORDER);
        mapping.setPatternParser(new PathPatternParser());
        return mapping;
    }
}
