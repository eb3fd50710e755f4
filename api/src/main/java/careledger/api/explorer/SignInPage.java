package careledger.api.explorer;

import careledger.api.config.CareLedgerProperties;
import careledger.api.security.SignInPages;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** The page on which readers of a closed service sign in. It shows nothing of what they will see. */
@Component
final class SignInPage implements SignInPages {
    private final PageWriter writer;
    private final Assets assets;
    private final String council;
    private final boolean provider;

    SignInPage(PageWriter writer, Assets assets, CareLedgerProperties properties) {
        this.writer = writer;
        this.assets = assets;
        this.council = properties.explorer().council();
        this.provider = properties.access().identity().client().registered();
    }

    @Override
    public String page(String to, String problem) {
        return writer.write(new SignInModel(to, problem, provider, council, assets));
    }

    @Override
    public void head(HttpServletResponse response) {
        PageHead.write(response);
    }
}
