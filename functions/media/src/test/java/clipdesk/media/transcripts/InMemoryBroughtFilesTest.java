package clipdesk.media.transcripts;

import clipdesk.common.TickingClock;
import java.nio.charset.StandardCharsets;

final class InMemoryBroughtFilesTest extends BroughtFilesContract {
  private final InMemoryBroughtFiles files =
      new InMemoryBroughtFiles(new TickingClock("2026-02-12T15:00:00.7Z"));

  @Override
  BroughtFiles files() {
    return files;
  }

  @Override
  void put(String key, String content) {
    files.put(key, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  void delete(String key) {
    files.delete(key);
  }
}
