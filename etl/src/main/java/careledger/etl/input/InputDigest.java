package careledger.etl.input;

import careledger.release.file.Digest;
import java.io.IOException;
import java.util.List;

/**
 * One digest of everything that a release is made from: the delivered bytes, their mappings, the catalogue and the
 * program. Two runs of one digest make the same release.
 */
public final class InputDigest {
    private InputDigest() {}

    public static String of(List<DeliveryFolder> folders) throws IOException {
        Digest digest = new Digest().add(Program.digest());
        for (DeliveryFolder folder : folders) {
            digest.add(folder.name()).add(folder.mappingSha256());
            for (DeliveredFile file : folder.files()) {
                digest.add(file.path()).add(file.sha256());
            }
        }
        return digest.hex();
    }
}
