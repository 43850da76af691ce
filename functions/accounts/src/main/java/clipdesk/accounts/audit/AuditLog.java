package clipdesk.accounts.audit;

/**
 * What use cases add to the audit line of the call they work for. None of it ever fails, and none
 * depends on whether an address has an account.
 */
public interface AuditLog {
  /** The call is about whoever has this address, or nobody has it. */
  void namesAddress(String address);

  /** The call is about this account, by its {@code sub}. */
  void namesAccount(String sub);

  /** Writes a line of its own about what has been done, for whoever was named. */
  void happened(AuditEvent event);
}
