package clipdesk.newsletters.sending;

final class InMemorySetbacksTest extends SetbacksContract {
  private final InMemorySetbacks setbacks = new InMemorySetbacks();

  @Override
  Setbacks setbacks() {
    return setbacks;
  }
}
