package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ingest-reports/{folder}.json}: what the ingest last said of a folder of the masters
 * bucket, for whoever uploaded.
 *
 * @param videoId the folder, which need not be the id of a video
 * @param at in milliseconds
 * @param errors what keeps the video out of the catalogue
 * @param moreErrors how many there are beside these
 * @param warnings what may be mended although it was taken in
 * @param sourceVersionId the description that was read; empty if none was
 */
public record IngestReport(
    String videoId,
    Result result,
    Instant at,
    List<Finding> errors,
    long moreErrors,
    List<Finding> warnings,
    Optional<String> sourceVersionId) {
  /** What became of an upload. */
  public enum Result {
    ACCEPTED,
    /** Something is wrong with the upload. */
    REFUSED,
    /** Something is wrong with us. */
    FAILED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in the report. */
    public String label() {
      return label;
    }
  }

  /**
   * Something wrong.
   *
   * @param pointer a JSON Pointer (RFC 6901) into the description; empty for all of it
   * @param code stable, lower-case kebab
   * @param detail what would be right, unless the code says it
   */
  public record Finding(String pointer, String code, Optional<String> detail) {
    public Finding {
      requireNonNull(pointer);
      requireNonNull(code);
      requireNonNull(detail);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("pointer", pointer);
      members.put("code", code);
      detail.ifPresent(it -> members.put("detail", it));
      return members;
    }

    private static Finding of(Members finding) {
      return new Finding(
          finding.text("pointer"), finding.text("code"), finding.optionalText("detail"));
    }
  }

  public IngestReport {
    requireNonNull(videoId);
    requireNonNull(result);
    at = at.truncatedTo(ChronoUnit.MILLIS);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    requireNonNull(sourceVersionId);
  }

  public String json() {
    return Json.text(members());
  }

  /** In the order in which they are written; editors are shown them as they are. */
  public Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("videoId", videoId);
    members.put("result", result.label());
    members.put("at", Json.instant(at));
    members.put("errors", errors.stream().map(Finding::members).toList());
    if (moreErrors > 0) {
      members.put("moreErrors", moreErrors);
    }
    if (!warnings.isEmpty()) {
      members.put("warnings", warnings.stream().map(Finding::members).toList());
    }
    sourceVersionId.ifPresent(it -> members.put("sourceVersionId", it));
    return members;
  }

  /**
   * @throws UnreadableException if it is no such report
   */
  public static IngestReport read(String text) {
    var members = Members.read(text);
    members.requireVersion(1);
    return new IngestReport(
        members.text("videoId"),
        result(members),
        members.instant("at"),
        findings(members.objects("errors")),
        members.optionalNumber("moreErrors", 1, Integer.MAX_VALUE).orElse(0),
        findings(members.optionalObjects("warnings")),
        members.optionalText("sourceVersionId"));
  }

  private static Result result(Members members) {
    var word = members.text("result");
    for (var result : Result.values()) {
      if (result.label().equals(word)) {
        return result;
      }
    }
    throw members.unreadable("result", "must be accepted, refused or failed");
  }

  private static List<Finding> findings(List<Members> findings) {
    return findings.stream().map(Finding::of).toList();
  }
}
