package clipdesk.newsletters.archive;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where a page of the archive ended. It is not signed, as others are: all that stands in it is
 * public, and this function has no secret.
 */
final class ArchiveCursor {
  private static final Pattern KEY =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z#[0-9a-f]{26}");

  private ArchiveCursor() {}

  static String of(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws ProblemException {@code bad-request} if it is none of ours
   */
  static String key(String cursor) {
    try {
      var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (KEY.matcher(key).matches()) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // As one that is of another form.
    }
    throw new ProblemException(ProblemType.BAD_REQUEST, "The cursor is none of this list");
  }
}
