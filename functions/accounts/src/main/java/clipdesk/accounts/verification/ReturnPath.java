package clipdesk.accounts.verification;

import clipdesk.common.localisation.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of our own site to go back to. Whatever is not certainly one becomes the start page of the
 * language, without an error: an open redirect is worth more to others than a good message here.
 */
public final class ReturnPath {
  private static final int MAX_LENGTH = 512;

  /** Segments that a browser would resolve, and that may then lead elsewhere. */
  private static final Pattern RESOLVED = Pattern.compile("[^?#]*(//|/\\.{1,2}(/|$|[?#])).*");

  private static final Pattern OURS = Pattern.compile("/(fr|en|uk)(/.*|\\?.*|#.*)?");

  private ReturnPath() {}

  public static String safe(Optional<String> asked, Language language) {
    return asked.filter(ReturnPath::safe).orElse("/" + language.tag() + "/");
  }

  private static boolean safe(String path) {
    return ours(path) && decoded(path).filter(ReturnPath::ours).isPresent();
  }

  private static boolean ours(String path) {
    if (path.length() > MAX_LENGTH
        || path.indexOf('\\') >= 0
        || path.startsWith("//")
        || path.chars().anyMatch(Character::isISOControl)
        || RESOLVED.matcher(path).matches()
        || !OURS.matcher(path).matches()) {
      return false;
    }
    try {
      var uri = new URI(path.replace(" ", "%20"));
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<String> decoded(String path) {
    try {
      return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
