package clipdesk.media.clips;

import clipdesk.contracts.clips.ClipReport;

final class InMemoryClipObjectsTest extends ClipObjectsContract {
  private final InMemoryClipObjects objects = new InMemoryClipObjects();

  @Override
  ClipObjects objects() {
    return objects;
  }

  @Override
  void publish(ClipReport report) {
    objects.report(report);
  }
}
