package careledger.etl.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An .ods. The file itself holds the text that each cell shows, which is what is wanted; the libraries that are still
 * kept either drop that text or bring an XML parser and an RDF store along (docs/decisions/0013).
 */
record OdsWorkbook(List<SheetCells> sheets) implements Workbook {
    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    static OdsWorkbook of(DeliveredBytes bytes) throws IOException {
        try (ZipEntries entries = ZipEntries.of(bytes)) {
            if (!entries.holds(CONTENT)) {
                throw new UnreadableFileException(
                        "The workbook has no " + CONTENT + ", so it is no .ods; save it again as .ods.");
            }
            if (entries.holds(MANIFEST) && text(entries, MANIFEST).contains("encryption-data")) {
                throw new UnreadableFileException("The workbook is locked by a password; save it without one.");
            }
            try (InputStream in = entries.open(CONTENT)) {
                return new OdsWorkbook(sheets(in));
            }
        }
    }

    private static String text(ZipEntries entries, String name) throws IOException {
        try (InputStream in = entries.open(name)) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    private static List<SheetCells> sheets(InputStream content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            List<SheetCells> sheets = new ArrayList<>();
            Set<String> hiddenStyles = new HashSet<>();
            String style = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "style" -> style = OdsSheet.attribute(xml, "name");
                    case "table-properties" -> {
                        if (OdsSheet.attribute(xml, "display").equals("false")) {
                            hiddenStyles.add(style);
                        }
                    }
                    case "table" ->
                        sheets.add(
                                new OdsSheet(xml).read(hiddenStyles.contains(OdsSheet.attribute(xml, "style-name"))));
                    default -> {}
                }
            }
            return sheets;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            throw new UnreadableFileException("The workbook's " + CONTENT + " cannot be read (" + e.getMessage()
                    + "); it is damaged. Open it, and save it again as .ods.");
        }
    }
}
