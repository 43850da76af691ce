package clipdesk.media.accounts;

import clipdesk.media.LocalStack;

/** Erasing for tests of features that keep rows about accounts. */
public final class ErasedAccounts {
  private ErasedAccounts() {}

  public static void erase(LocalStack local, String accountId) {
    new EraseAccount(new DynamoAccountRows(local.dynamo(), local.config().table()))
        .erase(accountId, () -> false);
  }
}
