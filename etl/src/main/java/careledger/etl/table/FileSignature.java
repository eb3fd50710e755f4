package careledger.etl.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kind of a file, from its first bytes. */
final class FileSignature {
    private FileSignature() {}

    /** Why a file that begins so is not text of an encoding, ready to follow its name. */
    static Optional<String> notText(byte[] start, Charset encoding) {
        boolean utf16 = encoding.name().startsWith("UTF-16");
        if (begins(start, 'P', 'K', 3, 4)) {
            return Optional.of(
                    "is packed, a zip or a workbook, whatever its ending says; name it .zip, .xlsx or .ods.");
        } else if (begins(start, 0x1F, 0x8B)) {
            return Optional.of("is packed by gzip; let its name end in .gz.");
        } else if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("is an old Excel file (.xls) or locked by a password; save it as .xlsx without one.");
        } else if (begins(start, '%', 'P', 'D', 'F')) {
            return Optional.of("is a PDF; copy its tables into a CSV or a workbook.");
        } else if (!utf16 && (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF))) {
            return Optional.of("is written in UTF-16; say 'encoding: UTF-16' in its entry.");
        } else if (!encoding.equals(StandardCharsets.UTF_8) && begins(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of("is marked as UTF-8, not " + encoding.name() + "; take 'encoding' out of its entry.");
        }
        return Optional.empty();
    }

    static boolean begins(byte[] start, int... unsigned) {
        if (start.length < unsigned.length) {
            return false;
        }
        for (int i = 0; i < unsigned.length; i++) {
            if ((start[i] & 0xFF) != unsigned[i]) {
                return false;
            }
        }
        return true;
    }
}
