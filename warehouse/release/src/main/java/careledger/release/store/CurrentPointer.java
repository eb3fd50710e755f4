package careledger.release.store;

import careledger.release.file.Failures;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the file CURRENT of a data folder says.
 *
 * @param id of the release that it names; empty where there is no such file or it cannot be read
 * @param problem why it cannot be read and what to do; empty where it can be, or is not there
 */
record CurrentPointer(Optional<String> id, Optional<String> problem) {
    static final String FILE = "CURRENT";

    private static final String REMEDY =
            " Run `./careledger doctor --heal`, or `./careledger rollback ID` with the release to serve.";

    static CurrentPointer read(Path data) {
        Path file = data.resolve(FILE);
        try {
            String text = Files.readString(file).strip();
            return Manifest.isName(text)
                    ? new CurrentPointer(Optional.of(text), Optional.empty())
                    : unreadable(file, "it does not hold the id of a release");
        } catch (NoSuchFileException e) {
            return new CurrentPointer(Optional.empty(), Optional.empty());
        } catch (CharacterCodingException e) {
            return unreadable(file, "it is not UTF-8 text");
        } catch (IOException e) {
            return unreadable(file, Failures.reason(e));
        }
    }

    private static CurrentPointer unreadable(Path file, String reason) {
        return new CurrentPointer(Optional.empty(), Optional.of(file + " cannot be read: " + reason + "." + REMEDY));
    }
}
