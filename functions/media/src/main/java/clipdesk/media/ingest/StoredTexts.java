package clipdesk.media.ingest;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A description as the catalogue keeps it: texts in Unicode NFC, and what is null is absent. Names
 * of files stay as they are, because a key of S3 is found by its exact characters.
 */
final class StoredTexts {
  private static final String FILE = "file";

  private StoredTexts() {}

  static Map<String, Object> of(Map<?, ?> members) {
    var stored = new LinkedHashMap<String, Object>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            stored.put((String) name, FILE.equals(name) ? value : stored(value));
          }
        });
    return stored;
  }

  private static Object stored(Object value) {
    return switch (value) {
      case String text -> Normalizer.normalize(text, Normalizer.Form.NFC);
      case Map<?, ?> object -> of(object);
      case List<?> items -> items.stream().map(StoredTexts::stored).toList();
      default -> value;
    };
  }
}
