package careledger.api.web;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The address of questions, before the one that Spring for GraphQL answers POST alone at. */
@Configuration(proxyBeanMethods = false)
class GraphQlRoutes {
    private static final String PATH = "/graphql";

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphQlOverHttp(GraphQlEndpoint endpoint) {
        return RouterFunctions.route()
                .POST(PATH, endpoint::post)
                .GET(PATH, endpoint::get)
                .route(path(PATH), endpoint::anyOtherMethod)
                .build();
    }
}
