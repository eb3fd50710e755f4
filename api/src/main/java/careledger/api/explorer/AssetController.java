package careledger.api.explorer;

import careledger.api.web.CacheHeaders;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends the files that pages load. */
@RestController
final class AssetController {
    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(Assets.BASE + "{name}")
    ResponseEntity<byte[]> file(@PathVariable String name, @RequestParam(defaultValue = "") String v) {
        return assets.find(name)
                .map(asset -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, asset.type())
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                "public, " + kept(asset.version().equals(v)))
                        .body(asset.bytes()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.maxAge(1, TimeUnit.MINUTES))
                        .build());
    }

    private static String kept(boolean versioned) {
        return versioned ? CacheHeaders.FOR_EVER : CacheHeaders.FOR_MINUTES;
    }
}
