package clipdesk.media.ingest;

import clipdesk.common.problem.FieldError;
import clipdesk.contracts.catalogue.IngestReport.Finding;
import java.util.ArrayList;
import java.util.List;

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
    add(new FieldError(pointer, code, detail));
  }

  void add(FieldError broken) {
    found.add(broken);
  }

  /** Something that does not keep a video out of the catalogue. */
  void warn(String pointer, String code, String detail) {
    warnings.add(new FieldError(pointer, code, detail));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** For logs: as {@link #errors}, without what was uploaded. */
  List<String> codes() {
    return found.stream().limit(MAX_SHOWN).map(FieldError::code).toList();
  }

  /** As many as a report shows. */
  List<Finding> errors() {
    return shown(found);
  }

  /** How many there are beside those that a report shows. */
  long moreErrors() {
    return Math.max(0, found.size() - MAX_SHOWN);
  }

  List<Finding> warnings() {
    return shown(warnings);
  }

  private static List<Finding> shown(List<FieldError> errors) {
    return errors.stream().limit(MAX_SHOWN).map(Problems::finding).toList();
  }

  private static Finding finding(FieldError error) {
    var pointer = error.pointer();
    return new Finding(
        pointer.codePointCount(0, pointer.length()) > MAX_POINTER
            ? pointer.substring(0, pointer.offsetByCodePoints(0, MAX_POINTER)) + "…"
            : pointer,
        error.code(),
        error.detail());
  }
}
