package careledger.api.namedquery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryAddressTest {
    @Test
    void nextKeepsEveryCharacterAndEveryParameter() {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        parameters.put("areas", new String[] {"A+B", "c&d=e%20\u00e9"});
        parameters.put("key", new String[] {"cl_1"});
        parameters.put("after", new String[] {"old"});

        assertThat(QueryAddress.next(request(parameters), "x+y="))
                .isEqualTo("/api/q/observations.csv?areas=A%2BB&areas=c%26d%3De%2520%C3%A9&key=cl_1&after=x%2By%3D");
    }

    private static HttpServletRequest request(Map<String, String[]> parameters) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                QueryAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> "/api/q/observations.csv";
                    case "getParameterMap" -> parameters;
                    case "getAttribute" -> "";
                    default -> throw new IllegalStateException("not expected: " + method);
                });
    }
}
