package careledger.api.security;

import careledger.api.execution.QueryTime;
import careledger.api.web.RequestContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a caller ask as long as its budget lasts. A question that has begun is answered to its end; its work is charged
 * then, and the next one waits where it cost too much.
 */
public final class RateLimit extends OncePerRequestFilter {
    private final RateBudgets budgets;
    private final RequestMatcher free;

    /** @param free what costs nothing, and is answered always */
    public RateLimit(RateBudgets budgets, RequestMatcher free) {
        this.budgets = budgets;
        this.free = free;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return free.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RateBudget budget = budgetOf(request);
        RateBudget.Grant grant = budget.query();
        tell(grant, response);
        if (!grant.granted()) {
            refuse(grant, request, response);
            return;
        }
        QueryTime queryTime = new QueryTime();
        request.setAttribute(QueryTime.ATTRIBUTE, queryTime);
        RequestContext.current().ifPresent(context -> context.identify(budget.owner(), queryTime::addProcessor));
        long processor = QueryTime.ofThisThread();
        try {
            chain.doFilter(request, response);
        } finally {
            queryTime.addProcessor(QueryTime.ofThisThread() - processor);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new ChargeAtEnd(budget, queryTime));
            } else {
                budget.charge(queryTime.milliseconds());
            }
        }
    }

    /**
     * Charges a key or token that is not valid to the address's budget for wrong keys, which is its own: others behind the
     * same address go on without a key or with a valid one.
     *
     * @return whether the address may go on trying; where not, it has been answered
     */
    public boolean failed(long cost, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RateBudget budget = budgets.ofWrongKeys(request.getRemoteAddr());
        RateBudget.Grant grant = budget.query();
        tell(grant, response);
        if (!grant.granted()) {
            refuse(grant, request, response);
            return false;
        }
        budget.charge(cost);
        return true;
    }

    private RateBudget budgetOf(HttpServletRequest request) {
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null || caller instanceof AnonymousAuthenticationToken
                ? budgets.ofAddress(request.getRemoteAddr())
                : budgets.ofKey(caller.getName());
    }

    private static void tell(RateBudget.Grant grant, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", grant.policy().header());
        response.setHeader("RateLimit", grant.header());
    }

    private static void refuse(RateBudget.Grant grant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(grant.seconds()));
        DenialWriter.write(Denial.overBudget(grant.policy().whose(), grant.seconds()), request, response);
    }

    private record ChargeAtEnd(RateBudget budget, QueryTime queryTime) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent end) {
            budget.charge(queryTime.milliseconds());
        }

        @Override
        public void onTimeout(AsyncEvent late) {}

        @Override
        public void onError(AsyncEvent failed) {}

        @Override
        public void onStartAsync(AsyncEvent again) {
            again.getAsyncContext().addListener(this);
        }
    }
}
