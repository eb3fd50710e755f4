package careledger.api;

import careledger.release.file.ScratchFolder;
import java.io.PrintStream;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The service. Prints one line when it answers; everything else goes to the log. */
@SpringBootApplication(proxyBeanMethods = false)
public class CareLedgerApplication {
    public static void main(String[] args) {
        Locale.setDefault(Locale.UK); // numbers and dates are written alike on every machine
        ScratchFolder.claimOwn();
        start(System.out, args);
    }

    /** @param out where the line goes */
    static ConfigurableApplicationContext start(PrintStream out, String... args) {
        SpringApplication application = new SpringApplication(CareLedgerApplication.class);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> announce(ready, out));
        return application.run(args);
    }

    private static void announce(ApplicationReadyEvent ready, PrintStream out) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String address = context.getEnvironment().getProperty("server.address", "127.0.0.1");
            String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
            out.println("Care Ledger is ready at http://" + host + ":"
                    + context.getWebServer().getPort());
        }
    }
}
