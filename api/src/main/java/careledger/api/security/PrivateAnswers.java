package careledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps what one caller may see out of caches that serve others. */
final class PrivateAnswers extends OncePerRequestFilter {
    private final boolean open;

    PrivateAnswers(boolean open) {
        this.open = open;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.addHeader(HttpHeaders.VARY, Credentials.KEY_HEADER);
        if (!open) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
        boolean forAll = open && Caller.current().role().isEmpty();
        chain.doFilter(request, forAll ? response : new NotShared(response));
    }

    private static final class NotShared extends HttpServletResponseWrapper {
        NotShared(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, narrowed(name, value));
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            super.addHeader(name, narrowed(name, value));
        }

        private static @Nullable String narrowed(String name, @Nullable String value) {
            return value != null && name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)
                    ? value.replaceAll("\\bpublic\\b", "private").replaceAll(",?\\s*s-maxage=\\d+", "")
                    : value;
        }
    }
}
