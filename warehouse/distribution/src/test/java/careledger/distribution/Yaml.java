package careledger.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A value of a YAML document, by the keys that lead to it. JSON is YAML, too. */
record Yaml(Object value) {
    static List<Yaml> documents(String text) {
        List<Yaml> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(one -> documents.add(new Yaml(one)));
        return documents;
    }

    /** @throws NoSuchElementException naming the key that is not there */
    Yaml at(Object... keys) {
        Object here = value;
        for (Object key : keys) {
            Object next = here instanceof Map<?, ?> map
                    ? map.get(key)
                    : here instanceof List<?> list && key instanceof Integer place ? list.get(place) : null;
            if (next == null) {
                throw new NoSuchElementException("There is no " + key + " in " + here + ".");
            }
            here = next;
        }
        return new Yaml(here);
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    List<Yaml> list() {
        return ((List<?>) value).stream().map(one -> new Yaml(one)).toList();
    }

    List<String> texts() {
        return list().stream().map(Yaml::text).toList();
    }

    String text() {
        return String.valueOf(value);
    }

    int number() {
        return (Integer) value;
    }
}
