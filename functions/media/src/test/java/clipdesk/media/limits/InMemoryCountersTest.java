package clipdesk.media.limits;

final class InMemoryCountersTest extends CountersContract {
  private final InMemoryCounters counters = new InMemoryCounters();

  @Override
  Counters counters() {
    return counters;
  }
}
