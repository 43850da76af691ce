package clipdesk.accounts.audit;

import java.util.Optional;

/**
 * What is known of a call before anything is done for it.
 *
 * @param requestId as in the answer's {@code traceId} and the access log
 * @param network where it came from, if from a network
 * @param sub whose token came with it, whether or not the token is taken
 * @param address what that token says of the address
 */
public record AuditedCall(
    String requestId, Optional<String> network, Optional<String> sub, Optional<String> address) {
  /** A call that no person makes. */
  public static AuditedCall ofNobody(String requestId) {
    return new AuditedCall(requestId, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
