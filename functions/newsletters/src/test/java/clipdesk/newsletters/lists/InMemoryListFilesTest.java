package clipdesk.newsletters.lists;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

final class InMemoryListFilesTest extends ListFilesContract {
  private final InMemoryListFiles files = new InMemoryListFiles();

  @Override
  ListFiles files() {
    return files;
  }

  @Override
  String put(String importId, String text) {
    var version = UUID.randomUUID().toString();
    files.put(importId, version, text.getBytes(StandardCharsets.UTF_8));
    return version;
  }

  @Override
  byte[] read(String exportId) {
    return files.read(exportId).getBytes(StandardCharsets.UTF_8);
  }
}
