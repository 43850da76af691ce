package clipdesk.newsletters.lists;

import clipdesk.common.digests.Sha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.web.IdempotencyKey;
import java.util.regex.Pattern;

/** Ids that follow from who asks with which key: a repeated request finds what it began. */
public final class ListIds {
  private static final int LENGTH = 26;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{26}");

  private ListIds() {}

  /**
   * @param way in or out: the same key of an editor is not the same act
   */
  public static String of(String way, Caller caller, IdempotencyKey key) {
    return Sha256.hex(way + "\n" + caller.accountId() + "\n" + key.text()).substring(0, LENGTH);
  }

  public static boolean wellFormed(String id) {
    return FORM.matcher(id).matches();
  }
}
