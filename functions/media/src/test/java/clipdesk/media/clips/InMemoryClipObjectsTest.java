package clipdesk.media.clips;

import java.util.Map;

final class InMemoryClipObjectsTest extends ClipObjectsContract {
  private final InMemoryClipObjects objects = new InMemoryClipObjects();

  @Override
  ClipObjects objects() {
    return objects;
  }

  @Override
  void publish(ClipId id, Map<String, Object> report) {
    objects.report(id, report);
  }
}
