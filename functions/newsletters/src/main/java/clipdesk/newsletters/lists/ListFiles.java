package clipdesk.newsletters.lists;

import java.io.InputStream;
import java.util.List;

/** Files that are read and written piece by piece. */
public interface ListFiles {
  /** One version of an uploaded file, from its beginning. */
  InputStream open(String importId, String version);

  /** Begins a file that is nobody's to read until it is complete. */
  String begin(String exportId);

  /**
   * Writes a part of it; once more, and it is replaced.
   *
   * @param number from 1 on
   * @param bytes five million at least, but for the last part
   * @return what names it
   */
  String part(String exportId, String upload, int number, byte[] bytes);

  /**
   * Completes it; once more it changes nothing.
   *
   * @param parts what their writing returned, in order
   */
  void complete(String exportId, String upload, List<String> parts);
}
