package clipdesk.media.clips;

import clipdesk.common.digests.Sha256;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.cutter.frames.FrameRange;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 40 hex characters of the hash of what a clip is made of. */
record ClipId(String text) {
  /** Raised after a fix of the cutter, so that every clip is made anew. */
  static final String PROFILE = "exact@1";

  private static final int HASH_BYTES = 20;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

  /**
   * @throws ProblemException {@code not-found} if it is malformed
   */
  ClipId {
    if (!wellFormed(text)) {
      throw noSuchClip();
    }
  }

  static boolean wellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  static ProblemException noSuchClip() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such clip");
  }

  static ClipId of(String videoId, String masterVersion, FrameRange range, List<String> tracks) {
    return of(videoId, masterVersion, range, PROFILE, tracks);
  }

  static ClipId of(
      String videoId, String masterVersion, FrameRange range, String profile, List<String> tracks) {
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
    return new ClipId(Sha256.hex(content, HASH_BYTES));
  }
}
