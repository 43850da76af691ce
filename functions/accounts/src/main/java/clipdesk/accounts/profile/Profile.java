package clipdesk.accounts.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * What we keep of an account beside Cognito's user.
 *
 * @param version goes up with every change
 * @param validAfter tokens of sign-ins before this instant no longer count
 */
public record Profile(
    String sub,
    boolean active,
    Optional<String> name,
    Optional<String> outlet,
    String termsVersion,
    Instant termsAt,
    Instant createdAt,
    long version,
    Instant validAfter) {}
