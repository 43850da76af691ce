package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes two edits of the one in each track of an MP4: seconds of the media are not shown. */
final class SeveralEdits {
  private static final int ENTRY_BYTES = 12;
  private static final int FULL_BOX_BYTES = 16;
  private static final int SHOWN_FIRST_SECONDS = 4;
  private static final int LEFT_OUT_SECONDS = 2;
  private static final String[] AROUND = {"moov", "trak", "edts", "elst"};

  private SeveralEdits() {}

  /**
   * @param file whose {@code moov} is the last box, so that no sample moves
   */
  static void patch(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int from = find(bytes, "moov", 0); (from = find(bytes, "trak", from)) >= 0; from += 4) {
      bytes = withSecondEdit(bytes, from);
    }
    Files.write(file, bytes);
  }

  private static byte[] withSecondEdit(byte[] bytes, int trak) {
    var box = ByteBuffer.wrap(bytes);
    int movieTimescale = box.getInt(find(bytes, "mvhd", 0) + 16);
    int timescale = box.getInt(find(bytes, "mdhd", trak) + 16);
    int entry = find(bytes, "elst", trak) - 4 + FULL_BOX_BYTES;
    int duration = box.getInt(entry);
    int mediaTime = box.getInt(entry + 4);
    int shown = SHOWN_FIRST_SECONDS * movieTimescale;
    int skipped = (SHOWN_FIRST_SECONDS + LEFT_OUT_SECONDS) * timescale;

    var patched = ByteBuffer.allocate(bytes.length + ENTRY_BYTES);
    patched.put(bytes, 0, entry + ENTRY_BYTES);
    patched.putInt(duration - shown - LEFT_OUT_SECONDS * movieTimescale);
    patched.putInt(mediaTime + skipped);
    patched.putInt(1 << 16);
    patched.put(bytes, entry + ENTRY_BYTES, bytes.length - entry - ENTRY_BYTES);
    patched.putInt(entry, shown);
    patched.putInt(entry - 4, 2);
    for (var name : AROUND) {
      int size = find(patched.array(), name, name.equals("moov") ? 0 : trak) - 4;
      patched.putInt(size, patched.getInt(size) + ENTRY_BYTES);
    }
    return patched.array();
  }

  private static int find(byte[] bytes, String type, int from) {
    byte[] wanted = type.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = from; at + wanted.length <= bytes.length; at++) {
      if (ByteBuffer.wrap(bytes, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
        return at;
      }
    }
    return -1;
  }
}
