package careledger.api.explorer;

import careledger.answers.query.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that pages load, each at an address that changes with its content. */
public final class Assets {
    static final String BASE = "/assets/";

    private static final Map<String, String> TYPES = Map.of(
            "explorer.css", "text/css;charset=UTF-8",
            "pack.css", "text/css;charset=UTF-8",
            "explorer.js", "text/javascript;charset=UTF-8",
            "icon.svg", "image/svg+xml",
            "source-sans-3.woff2", "font/woff2",
            "source-sans-3-licence.txt", "text/plain;charset=UTF-8");

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    Assets() {
        TYPES.forEach((name, type) -> byName.put(name, read(name, type)));
    }

    /** The link to a file. */
    public String link(String name) {
        return BASE + name + "?v=" + find(name).orElseThrow().version();
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Asset read(String name, String type) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file '" + name + "'");
            }
            byte[] bytes = file.readAllBytes();
            String version = CanonicalJson.hash(new String(bytes, StandardCharsets.ISO_8859_1));
            return new Asset(type, bytes, version.substring(0, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param version changes with the bytes */
    @SuppressWarnings("ArrayRecordComponent")
    record Asset(String type, byte[] bytes, String version) {}
}
