package clipdesk.accounts.directory;

/** The address belongs to a user already; no caller outside ever learns that. */
public final class AddressTakenException extends Exception {}
