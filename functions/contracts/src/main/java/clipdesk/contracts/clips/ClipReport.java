package clipdesk.contracts.clips;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.catalogue.StoredObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code clips/{clipId}/report.json}: what was asked, what was made, and what it cost.
 *
 * @param cut what the cutter tells of it, in the words of its own reports: no context reads it but
 *     for {@link #timecode}, and callers are shown it as it is
 * @param source the master; nobody's business outside
 */
public record ClipReport(
    String clipId, ClipFile file, Map<String, Object> cut, StoredObject source) {
  /** What the clip is called where it lies. */
  static final String FILE_NAME = "clip.mp4";

  private static final String CONTENT_TYPE = "video/mp4";

  /** The published file. */
  public record ClipFile(String name, long sizeBytes, String contentType, String etag) {
    /** An MP4, as every clip is. */
    public ClipFile(long sizeBytes, String etag) {
      this(FILE_NAME, sizeBytes, CONTENT_TYPE, etag);
    }

    /** In the order in which they are written. */
    public Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("name", name);
      members.put("sizeBytes", sizeBytes);
      members.put("contentType", contentType);
      members.put("etag", etag);
      return members;
    }

    private static ClipFile of(Members file) {
      return new ClipFile(
          file.text("name"),
          file.number("sizeBytes", 1, Long.MAX_VALUE),
          file.text("contentType"),
          file.text("etag"));
    }
  }

  public ClipReport {
    requireNonNull(clipId);
    requireNonNull(file);
    cut = Collections.unmodifiableMap(new LinkedHashMap<>(cut));
    requireNonNull(source);
  }

  /** The time code of its first frame; empty if its master has none. */
  public Optional<String> timecode() {
    return Members.of(cut)
        .anyObject("actual")
        .flatMap(actual -> actual.anyObject("in"))
        .flatMap(in -> in.anyText("timecode"));
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("clipId", clipId);
    members.put("file", file.members());
    members.putAll(cut);
    members.put("source", source.members());
    return Json.text(members);
  }

  /**
   * @param clipId that of its key
   * @throws UnreadableException if it is no such report, or of another clip
   */
  public static ClipReport read(String clipId, String text) {
    var members = Members.read(text);
    members.requireVersion(1);
    members.requireText("clipId", clipId);
    return new ClipReport(
        clipId,
        ClipFile.of(members.object("file")),
        members.without("v", "clipId", "file", "source"),
        StoredObject.of(members.object("source")));
  }
}
