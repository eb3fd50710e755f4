package careledger.api.security;

import careledger.api.web.ServerHeaders;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** Headers of every response for browsers: load from here only, run no inline scripts, show it in no frame. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static HeaderWriterFilter filter() {
        return new HeaderWriterFilter(List.<HeaderWriter>of(
                new ContentSecurityPolicyHeaderWriter(ServerHeaders.CONTENT_SECURITY_POLICY),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
                new HstsHeaderWriter()));
    }
}
