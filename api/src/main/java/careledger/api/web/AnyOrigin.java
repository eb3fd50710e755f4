package careledger.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.CrossOrigin;

/** May be read by scripts of any origin: published figures, without cookies. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CrossOrigin(
        origins = "*",
        exposedHeaders = {
            "ETag",
            "Link",
            "Retry-After",
            "X-Data-Version",
            "X-Replaced-Ids",
            "X-Request-Id",
            "Content-Disposition"
        },
        maxAge = AnyOrigin.SECONDS)
public @interface AnyOrigin {
    /** How long a browser may remember it. */
    long SECONDS = 86_400;
}
