package clipdesk.accounts.verification;

import clipdesk.accounts.throttling.SendLimits;
import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;

/** The one body for every verification that was begun or sent again. */
public final class VerificationAnswers {
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
    body.put("expiresAt", Json.instant(sentAt.plus(Verification.LIFE)));
    body.put("resendAt", Json.instant(sentAt.plus(SendLimits.COOL_DOWN)));
    body.put("attemptsLeft", attemptsLeft);
    return Json.text(body);
  }
}
