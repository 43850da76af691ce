package clipdesk.journeys;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Everything that people of this run said or were told in confidence, so that a test can look for
 * it in every log. {@link Api} fills it by itself; no journey has to think of it.
 */
public final class Secrets {
  /** What a secret is. */
  public enum Kind {
    PASSWORD,
    CODE,
    TOKEN,
    ADDRESS,
    /** Stands in a path: whoever logs paths tells it. */
    PATH
  }

  /** Shorter ones are in any text by chance; they are wrong passwords of tests. */
  private static final int SHORTEST = 6;

  private static final Map<String, Kind> SENT =
      Map.of(
          "password", Kind.PASSWORD,
          "newPassword", Kind.PASSWORD,
          "code", Kind.CODE,
          "email", Kind.ADDRESS);
  private static final Pattern ANSWERED =
      Pattern.compile("\"(accessToken|verificationId|ticket|offer)\":\"([^\"]+)\"");
  private static final Map<String, Kind> KEPT = new ConcurrentHashMap<>();

  private Secrets() {}

  static void sent(Map<String, ?> json) {
    json.forEach(
        (name, value) -> {
          if (SENT.containsKey(name)) {
            keep(SENT.get(name), String.valueOf(value));
          }
        });
  }

  static void answered(HttpResponse<String> response) {
    var matcher = ANSWERED.matcher(response.body());
    while (matcher.find()) {
      keep(matcher.group(1).equals("accessToken") ? Kind.TOKEN : Kind.PATH, matcher.group(2));
    }
    for (var cookie : response.headers().allValues("Set-Cookie")) {
      // The id of the session, its refresh token and their seal; or nothing, to take it away.
      var parts = cookie.split(";", 2)[0].split("~", -1);
      if (parts.length > 1) {
        keep(Kind.TOKEN, parts[1]);
      }
    }
  }

  /** Which kinds there are so far. */
  public static Set<Kind> kinds() {
    return Set.copyOf(KEPT.values());
  }

  /**
   * The secrets that a text gives away, by kind and first three characters: what reports a leak
   * must not be the next one.
   */
  public static SortedSet<String> in(String text) {
    var found = new TreeSet<String>();
    KEPT.forEach(
        (secret, kind) -> {
          if (text.contains(secret) && (kind != Kind.CODE || standsAlone(secret, text))) {
            found.add(kind + " " + secret.substring(0, 3) + "…");
          }
        });
    return found;
  }

  private static void keep(Kind kind, String secret) {
    if (secret.length() >= SHORTEST) {
      KEPT.putIfAbsent(secret, kind);
    }
  }

  /** Six digits inside a longer number or an id are no code. */
  private static boolean standsAlone(String code, String text) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(code) + "(?![\\w-])")
        .matcher(text)
        .find();
  }
}
