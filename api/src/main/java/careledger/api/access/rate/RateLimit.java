package careledger.api.access.rate;

import careledger.api.access.denial.Denial;
import careledger.api.access.denial.DenialWriter;
import careledger.api.request.Spending;
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
    private final Budgets budgets;
    private final RequestMatcher free;

    /** @param free what costs nothing, and is answered always */
    public RateLimit(Budgets budgets, RequestMatcher free) {
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
        Budget budget = budgetOf(request);
        Budget.Grant grant = budget.ask();
        tell(grant, response);
        if (!grant.granted()) {
            refuse(grant, request, response);
            return;
        }
        Spending spending = new Spending();
        request.setAttribute(Spending.ATTRIBUTE, spending);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new ChargeAtEnd(budget, spending));
            } else {
                budget.charge(spending.milliseconds());
            }
        }
    }

    /**
     * Charges a key or token that was not taken.
     *
     * @return whether the address may go on trying; where not, it has been answered
     */
    public boolean failed(long cost, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Budget budget = budgets.ofAddress(request.getRemoteAddr());
        Budget.Grant grant = budget.ask();
        tell(grant, response);
        if (!grant.granted()) {
            refuse(grant, request, response);
            return false;
        }
        budget.charge(cost);
        return true;
    }

    private Budget budgetOf(HttpServletRequest request) {
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null || caller instanceof AnonymousAuthenticationToken
                ? budgets.ofAddress(request.getRemoteAddr())
                : budgets.ofKey(caller.getName());
    }

    private static void tell(Budget.Grant grant, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", grant.policy().header());
        response.setHeader("RateLimit", grant.header());
    }

    private static void refuse(Budget.Grant grant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(grant.seconds()));
        DenialWriter.write(Denial.overBudget(grant.policy().whose(), grant.seconds()), request, response);
    }

    private record ChargeAtEnd(Budget budget, Spending spending) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent end) {
            budget.charge(spending.milliseconds());
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
