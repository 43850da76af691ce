package clipdesk.clips.cutting;

import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.cutter.frames.FrameRange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code clip-requests/{clipId}.json} asks for.
 *
 * @param clipId first 40 hex characters of the hash of what is asked for
 * @param attempt from 1 on
 * @param profile with its revision, as in {@code exact@1}
 */
record ClipRequest(
    String clipId,
    String videoId,
    long attempt,
    MasterVersion source,
    String masterVersion,
    FrameRange range,
    String profile,
    List<String> tracks) {
  private static final int HASH_BYTES = 20;

  /** One exact version of a master. */
  record MasterVersion(String key, String versionId, String etag, long sizeBytes) {}

  /**
   * Reads a request object.
   *
   * @throws BadClipRequestException if it is not one, or its id is not the hash of its content
   */
  static ClipRequest parse(String clipId, String text) {
    try {
      var members = Json.object(text);
      var source = object(members, "source");
      var request =
          new ClipRequest(
              string(members, "clipId"),
              string(members, "videoId"),
              number(members, "attempt"),
              new MasterVersion(
                  string(source, "key"),
                  string(source, "versionId"),
                  string(source, "etag"),
                  number(source, "sizeBytes")),
              string(members, "masterVersion"),
              new FrameRange(number(members, "inFrame"), number(members, "outFrame")),
              string(members, "profile"),
              strings(members, "tracks"));
      if (!request.clipId.equals(clipId) || !request.contentHash().equals(clipId)) {
        throw new BadClipRequestException(clipId, "its id is not the hash of what it asks for");
      }
      return request;
    } catch (MalformedJsonException e) {
      throw new BadClipRequestException(clipId, "it is not a JSON object");
    } catch (IllegalArgumentException e) {
      throw new BadClipRequestException(clipId, e.getMessage());
    }
  }

  /** The id that this content must have. */
  private String contentHash() {
    var content =
        String.join(
            "\n",
            "clipdesk-clip/1",
            videoId,
            masterVersion,
            Long.toString(range.in()),
            Long.toString(range.out()),
            profile,
            tracks.stream().sorted().collect(Collectors.joining(",")));
    return Sha256.hex(content, HASH_BYTES);
  }

  private static String string(Map<?, ?> members, String name) {
    if (members.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException(name + " must be a text");
  }

  private static long number(Map<?, ?> members, String name) {
    return switch (members.get(name)) {
      case Integer number -> number;
      case Long number -> number;
      case null, default -> throw new IllegalArgumentException(name + " must be a whole number");
    };
  }

  private static Map<?, ?> object(Map<?, ?> members, String name) {
    if (members.get(name) instanceof Map<?, ?> object) {
      return object;
    }
    throw new IllegalArgumentException(name + " must be an object");
  }

  private static List<String> strings(Map<?, ?> members, String name) {
    if (members.get(name) instanceof List<?> items
        && !items.isEmpty()
        && items.stream().allMatch(String.class::isInstance)) {
      return items.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException(name + " must be an array of texts");
  }
}
