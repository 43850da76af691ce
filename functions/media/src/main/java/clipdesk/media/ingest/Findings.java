package clipdesk.media.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a description or its files. */
final class Findings {
  private final List<Map<String, Object>> errors = new ArrayList<>();

  void add(String pointer, String code) {
    errors.add(Map.of("pointer", pointer, "code", code));
  }

  boolean none() {
    return errors.isEmpty();
  }

  List<Map<String, Object>> all() {
    return List.copyOf(errors);
  }
}
