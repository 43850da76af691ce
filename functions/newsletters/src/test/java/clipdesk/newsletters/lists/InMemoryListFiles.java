package clipdesk.newsletters.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files in memory. */
public final class InMemoryListFiles implements ListFiles {
  private final Map<String, byte[]> puts = new HashMap<>();
  private final Map<String, byte[]> complete = new HashMap<>();
  private final Map<Integer, byte[]> parts = new TreeMap<>();

  /** As an editor puts it. */
  public void put(String importId, String version, byte[] bytes) {
    puts.put(importId + " " + version, bytes);
  }

  /** What whoever has the link reads. */
  public String read(String exportId) {
    return new String(complete.get(exportId), StandardCharsets.UTF_8);
  }

  @Override
  public InputStream open(String importId, String version) {
    return new ByteArrayInputStream(puts.get(importId + " " + version));
  }

  @Override
  public String begin(String exportId) {
    parts.clear();
    return "upload of " + exportId;
  }

  @Override
  public String part(String exportId, String upload, int number, byte[] bytes) {
    parts.put(number, bytes);
    return "part " + number;
  }

  @Override
  public void complete(String exportId, String upload, List<String> names) {
    var whole = new ByteArrayOutputStream();
    for (int i = 1; i <= names.size(); i++) {
      whole.writeBytes(parts.get(i));
    }
    complete.put(exportId, whole.toByteArray());
  }
}
