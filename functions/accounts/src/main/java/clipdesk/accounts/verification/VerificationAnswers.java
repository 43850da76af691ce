package clipdesk.accounts.verification;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;

/** The one body for every verification that was begun or sent again. */
public final class VerificationAnswers {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private VerificationAnswers() {}

  public static String json(VerificationId id, Verification it) {
    return json(id, it.purpose(), it.sentAt(), it.attemptsLeft());
  }

  public static String json(VerificationId id, Verification.Purpose purpose, Instant sentAt) {
    return json(id, purpose, sentAt, Verification.MAX_TRIES);
  }

  private static String json(
      VerificationId id, Verification.Purpose purpose, Instant sentAt, int attemptsLeft) {
    var body = new LinkedHashMap<String, Object>();
    body.put("verificationId", id.text());
    body.put("purpose", purpose.label());
    body.put("expiresAt", instant(sentAt.plus(Verification.LIFE)));
    body.put("resendAt", instant(sentAt.plus(Verification.COOL_DOWN)));
    body.put("attemptsLeft", attemptsLeft);
    return Json.text(body);
  }

  /** RFC 3339 in UTC with milliseconds. */
  public static String instant(Instant instant) {
    return INSTANT.format(instant);
  }
}
