package careledger.etl.command;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a folder on a file system that Hadoop reaches. */
final class FolderAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            URI address = new URI(text.strip());
            if (isAddress(text) && address.getPath() != null) {
                return address;
            }
            throw new TypeConversionException(expected(text));
        } catch (URISyntaxException e) {
            throw new TypeConversionException(expected(text));
        }
    }

    /** Distinguished from a local folder by its scheme. */
    static boolean isAddress(String text) {
        return text.strip().matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    }

    private static String expected(String text) {
        return "Found '" + text + "', expected an address as in s3a://bucket/folder or file:///folder.";
    }
}
