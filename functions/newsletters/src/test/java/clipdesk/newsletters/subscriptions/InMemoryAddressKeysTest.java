package clipdesk.newsletters.subscriptions;

import java.util.UUID;

final class InMemoryAddressKeysTest extends AddressKeysContract {
  private final InMemoryAddressKeys keys = new InMemoryAddressKeys();

  @Override
  AddressKeys keys() {
    return keys;
  }

  @Override
  String someoneUnderAnOlderKey() {
    var id = UUID.randomUUID().toString();
    keys.put(id, "k1");
    return id;
  }

  @Override
  void suppressAnUnknownAddress() {
    keys.putUnknown();
  }
}
