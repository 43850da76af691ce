package clipdesk.media.ingest;

import clipdesk.common.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a description or its files. */
final class Problems {
  private final List<FieldError> found = new ArrayList<>();

  /**
   * @param pointer a JSON Pointer (RFC 6901) into the description
   * @param code stable, lower-case kebab
   */
  void add(String pointer, String code) {
    found.add(new FieldError(pointer, code));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** As the report shows them. */
  List<Map<String, String>> json() {
    return found.stream()
        .map(error -> Map.of("pointer", error.pointer(), "code", error.code()))
        .toList();
  }
}
