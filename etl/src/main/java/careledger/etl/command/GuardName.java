package careledger.etl.command;

import careledger.release.guard.Guard;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A guard by its name. */
final class GuardName implements ITypeConverter<Guard> {
    @Override
    public Guard convert(String text) {
        return Guard.of(text.strip())
                .orElseThrow(() -> new TypeConversionException("Found '" + text + "', expected one of "
                        + Arrays.stream(Guard.values()).map(Guard::id).collect(Collectors.joining(", ")) + "."));
    }
}
