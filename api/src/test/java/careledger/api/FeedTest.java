package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Releases as readers of feeds see them. */
class FeedTest {
    private static final String PATH = "/api/releases.atom";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Test
    void everyEntryHasWhatAtomAsksFor() throws Exception {
        HttpResponse<String> answer = TestService.shared().get(PATH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        Element feed = feed(answer.body()).getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        for (String name : List.of("id", "title", "updated", "author")) {
            assertThat(children(feed, name)).as(name).hasSize(1);
        }
        List<Element> entries = children(feed, "entry");
        assertThat(entries).isNotEmpty();
        for (Element entry : entries) {
            for (String name : List.of("id", "title", "updated", "published", "summary")) {
                assertThat(children(entry, name)).as(name).hasSize(1);
            }
            assertThat(children(entry, "id").get(0).getTextContent())
                    .matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            for (Element link : children(entry, "link")) {
                String address = link.getAttribute("href");
                assertThat(TestService.shared()
                                .get(address.substring(
                                        TestService.shared().uri("").toString().length()))
                                .statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void isNotSentAgainToWhoHoldsIt() throws Exception {
        String etag =
                TestService.shared().get(PATH).headers().firstValue("ETag").orElseThrow();

        assertThat(TestService.shared().send("GET", PATH, "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    private static Document feed(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(one -> ATOM.equals(one.getNamespaceURI()) && name.equals(one.getLocalName()))
                .toList();
    }
}
