package clipdesk.media.clips;

final class InMemoryRequestersTest extends RequestersContract {
  private final InMemoryRequesters requesters = new InMemoryRequesters();

  @Override
  Requesters requesters() {
    return requesters;
  }
}
