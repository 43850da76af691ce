package clipdesk.accounts.signup;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.Registrations;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.verification.OwnCodes;
import clipdesk.accounts.verification.Proof;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.json.Json;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Takes the code of a sign-up. It gives no session: the person signs in with the password. */
@Singleton
final class ConfirmAddress implements Proof {
  private final Verifications verifications;
  private final Registrations registrations;
  private final OwnCodes codes;
  private final Profiles profiles;
  private final NewsletterOffers offers;
  private final AuditLog audit;
  private final InstantSource clock;

  ConfirmAddress(
      Verifications verifications,
      Registrations registrations,
      OwnCodes codes,
      Profiles profiles,
      NewsletterOffers offers,
      AuditLog audit,
      InstantSource clock) {
    this.verifications = verifications;
    this.registrations = registrations;
    this.codes = codes;
    this.profiles = profiles;
    this.offers = offers;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Verification.Purpose purpose() {
    return Verification.Purpose.SIGN_UP;
  }

  @Override
  public boolean take(VerificationId id, Verification verification, String code) {
    if (!registrations.confirm(verification.user(), code)) {
      return false;
    }
    profiles.create(
        verification.user(),
        verification.name(),
        verification.outlet(),
        verification.termsVersion().orElseThrow(),
        clock.instant());
    verifications.done(id, Optional.of(codes.mac(id, code)));
    audit.namesAccount(verification.user());
    return true;
  }

  @Override
  public boolean stands(Verification proven) {
    return profiles.find(proven.user()).filter(Profile::active).isPresent();
  }

  @Override
  public Map<String, Object> more(Verification proven) {
    var now = clock.instant();
    return Map.of(
        "newsletterOffer",
        Map.of(
            "offer", offers.offer(proven.user(), proven.email(), now),
            "expiresAt", Json.instant(now.plus(NewsletterOffers.LIFE))));
  }
}
