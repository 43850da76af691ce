package clipdesk.accounts;

import clipdesk.common.aws.LocalTable;

/** The Accounts table as the template makes it, for adapters on LocalStack. */
public final class AccountsTable {
  private AccountsTable() {}

  public static LocalTable local() {
    return new LocalTable("pk")
        .index("todo", "todo", "todoAt")
        .number("todoAt")
        .index("account", "account", "startedAt")
        .number("startedAt");
  }
}
