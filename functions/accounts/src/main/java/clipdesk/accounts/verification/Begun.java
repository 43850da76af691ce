package clipdesk.accounts.verification;

import java.time.Instant;

/** A verification that was begun, and when its code was sent. */
public record Begun(VerificationId id, Instant sentAt) {}
