package careledger.answers.serving;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a question sees it: its statements are under the deadline, prepared ones are kept when they are closed,
 * and once the answer has been given up it is closed.
 */
final class WatchedConnection implements InvocationHandler {
    private final KeptStatements kept;
    private final Deadline deadline;

    private WatchedConnection(KeptStatements kept, Deadline deadline) {
        this.kept = kept;
        this.deadline = deadline;
    }

    static Connection of(KeptStatements kept, Deadline deadline) {
        return proxy(Connection.class, new WatchedConnection(kept, deadline));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("isClosed")) {
            return deadline.cancelled() || kept.closed();
        }
        if (method.getName().equals("prepareStatement")
                && arguments != null
                && arguments.length == 1
                && arguments[0] instanceof String text) {
            return prepared(text);
        }
        Object result = call(method, kept.connection(), arguments);
        if (result instanceof Statement statement) {
            deadline.watch(statement);
        }
        return result;
    }

    private PreparedStatement prepared(String text) throws SQLException {
        if (deadline.cancelled()) {
            throw new SQLException("The answer has been given up.");
        }
        deadline.asking(text);
        PreparedStatement statement = kept.take(text);
        deadline.watch(statement);
        return proxy(PreparedStatement.class, new LentStatement(kept, text, statement));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A statement that goes back when it is closed. */
    private static final class LentStatement implements InvocationHandler {
        private final KeptStatements kept;
        private final String text;
        private final PreparedStatement statement;
        private @Nullable ResultSet result;
        private boolean givenBack;

        LentStatement(KeptStatements kept, String text, PreparedStatement statement) {
            this.kept = kept;
            this.text = text;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                giveBack();
                return null;
            }
            if (givenBack) {
                throw new SQLException("This statement has been closed: " + text);
            }
            Object answer = call(method, statement, arguments);
            if (answer instanceof ResultSet rows) {
                result = rows;
            }
            return answer;
        }

        private void giveBack() throws SQLException {
            if (givenBack) {
                return;
            }
            givenBack = true;
            if (result != null) {
                result.close();
            }
            kept.giveBack(text, statement);
        }
    }
}
