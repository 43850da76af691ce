package clipdesk.newsletters.campaigns;

final class InMemoryEditorAddressesTest extends EditorAddressesContract {
  private final InMemoryEditorAddresses addresses = new InMemoryEditorAddresses();

  @Override
  EditorAddresses addresses() {
    return addresses;
  }
}
