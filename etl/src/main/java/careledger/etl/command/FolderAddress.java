package careledger.etl.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a folder on a file system that Hadoop reaches, or the path of a folder of this machine. */
final class FolderAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        if (!isAddress(text)) {
            if (text.isBlank() || text.contains("://")) {
                throw new TypeConversionException(expected(text));
            }
            return Path.of(text).toAbsolutePath().normalize().toUri();
        }
        try {
            URI address = new URI(text.strip());
            if (address.getPath() != null && address.getRawFragment() == null && address.getRawQuery() == null) {
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
        return "Found '" + text
                + "', expected an address as in s3a://bucket/folder, in which a space is written %20, # as"
                + " %23 and ? as %3F, or the path of a folder of this machine, as in /srv/store.";
    }
}
