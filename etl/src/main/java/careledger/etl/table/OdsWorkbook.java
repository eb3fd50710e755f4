package careledger.etl.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private static final String STYLES = "styles.xml";
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
            OdsStyles styles = new OdsStyles();
            if (entries.holds(STYLES)) {
                try (InputStream in = entries.open(STYLES)) {
                    parse(in, styles, STYLES);
                }
            }
            try (InputStream in = entries.open(CONTENT)) {
                return new OdsWorkbook(parse(in, styles, CONTENT));
            }
        }
    }

    private static String text(ZipEntries entries, String name) throws IOException {
        try (InputStream in = entries.open(name)) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    /** The sheets of a part of the workbook, if it has any; its styles are added to those given. */
    private static List<SheetCells> parse(InputStream part, OdsStyles styles, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            List<SheetCells> sheets = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String element = xml.getLocalName();
                if (OdsStyles.isStyle(element)) {
                    styles.read(xml);
                } else if (element.equals("table")) {
                    boolean hidden = styles.hidesSheet(OdsSheet.attribute(xml, "style-name"));
                    sheets.add(new OdsSheet(xml, styles).read(hidden));
                }
            }
            return sheets;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            throw new UnreadableFileException("The workbook's " + name + " cannot be read (" + e.getMessage()
                    + "); it is damaged. Open it, and save it again as .ods.");
        }
    }
}
