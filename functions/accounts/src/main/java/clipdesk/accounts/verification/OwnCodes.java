package clipdesk.accounts.verification;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.identity.Secret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Six-digit codes that are ours: Cognito's own change of address needs a token that we give to
 * nobody. Kept is only a keyed hash over code and verification, so that a copy of the table gives
 * no code away and a hash fits no other verification.
 */
@Singleton
public final class OwnCodes {
  private static final int CODES = 1_000_000;

  private final Secrets secrets;
  private final AccountsConfig config;
  private final Notices notices;
  private final SecureRandom random = new SecureRandom();

  OwnCodes(Secrets secrets, AccountsConfig config, Notices notices) {
    this.secrets = secrets;
    this.config = config;
    this.notices = notices;
  }

  /** A fresh code and what is kept of it. */
  public record Issued(Secret code, String mac) {}

  public Issued issue(VerificationId id) {
    var code = "%06d".formatted(random.nextInt(CODES));
    return new Issued(new Secret(code), mac(id, code));
  }

  /** Mails a code; to an address that has an account, word of the try instead. */
  public void mail(Issued issued, Verification verification) {
    if (verification.decoy()) {
      notices.send(Notice.ACCOUNT_EXISTS, verification.email(), verification.language());
    } else {
      notices.sendCode(issued.code().text(), verification.email(), verification.language());
    }
  }

  /** Compared in constant time. */
  public boolean matches(VerificationId id, String code, String mac) {
    return MessageDigest.isEqual(
        mac(id, code).getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.US_ASCII));
  }

  /** What is kept of a code. */
  public String mac(VerificationId id, String code) {
    byte[] message = (id.text() + "." + code).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(HmacSha256.of(secrets.key(config.accountsKeyArn()), message));
  }
}
