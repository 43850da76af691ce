package clipdesk.media.ingest;

import clipdesk.common.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a description or its files, and what may be mended although it was taken. */
final class Problems {
  /** A report is for a person: nobody mends more in one go, and answers carry it whole. */
  private static final int MAX_SHOWN = 100;

  private static final int MAX_POINTER = 200;

  private final List<FieldError> found = new ArrayList<>();
  private final List<FieldError> warnings = new ArrayList<>();

  /**
   * @param pointer a JSON Pointer (RFC 6901) into the description
   * @param code stable, lower-case kebab
   * @param detail what would be right
   */
  void add(String pointer, String code, String detail) {
    found.add(new FieldError(pointer, code, detail));
  }

  /** Something that does not keep a video out of the catalogue. */
  void warn(String pointer, String code, String detail) {
    warnings.add(new FieldError(pointer, code, detail));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** For logs: as {@link #putInto}, without what was uploaded. */
  List<String> codes() {
    return found.stream().limit(MAX_SHOWN).map(FieldError::code).toList();
  }

  /** As the report shows them. */
  void putInto(Map<String, Object> report) {
    report.put("errors", shown(found));
    if (found.size() > MAX_SHOWN) {
      report.put("moreErrors", found.size() - MAX_SHOWN);
    }
    if (!warnings.isEmpty()) {
      report.put("warnings", shown(warnings));
    }
  }

  private static List<Map<String, Object>> shown(List<FieldError> errors) {
    return errors.stream().limit(MAX_SHOWN).map(Problems::json).toList();
  }

  private static Map<String, Object> json(FieldError error) {
    var json = new LinkedHashMap<String, Object>();
    var pointer = error.pointer();
    json.put(
        "pointer",
        pointer.codePointCount(0, pointer.length()) > MAX_POINTER
            ? pointer.substring(0, pointer.offsetByCodePoints(0, MAX_POINTER)) + "…"
            : pointer);
    json.put("code", error.code());
    if (!error.detail().isEmpty()) {
      json.put("detail", error.detail());
    }
    return json;
  }
}
