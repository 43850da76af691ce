package clipdesk.media.clips;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.util.regex.Pattern;

/** 40 hex characters of the hash of what a clip is made of. */
record ClipId(String text) {
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
}
