package clipdesk.newsletters;

import clipdesk.common.aws.LocalTable;

/** The Newsletters table as the template makes it, for adapters on LocalStack. */
public final class NewslettersTable {
  private NewslettersTable() {}

  public static LocalTable local() {
    return new LocalTable("pk", "sk").index("open", "openKey", "openAt");
  }
}
