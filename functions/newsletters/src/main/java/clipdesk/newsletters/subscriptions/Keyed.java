package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.KeyRing;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * Addresses as keys that do not give them away. There may be several for an address: what was
 * written under an older key stands until it is written anew, and for good where nobody knows the
 * address any more.
 */
public final class Keyed {
  private final Supplier<KeyRing> keys;

  public Keyed(Supplier<KeyRing> keys) {
    this.keys = keys;
  }

  /** The name of the key to work with. */
  String newest() {
    return keys.get().newest().id();
  }

  /** Hex, under the key to work with. */
  public String address(EmailAddress email) {
    return hash(keys.get().newest(), email);
  }

  /** Under every key, the one to work with first. */
  List<String> addresses(EmailAddress email) {
    return keys.get().keys().stream().map(key -> hash(key, email)).toList();
  }

  /** Of the rows that are found by an address. */
  static String partition(String addressKey) {
    return "ADDR#" + addressKey;
  }

  private static String hash(KeyRing.Key key, EmailAddress email) {
    return HexFormat.of().formatHex(key.mac("address\n" + email.text()));
  }
}
