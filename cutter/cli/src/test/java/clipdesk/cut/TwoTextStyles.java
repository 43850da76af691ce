package clipdesk.cut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Gives the text track of an MP4 a second sample description, which every other chunk uses. */
final class TwoTextStyles {
  private static final String[] AROUND = {"moov", "trak", "mdia", "minf", "stbl"};
  private static final int RUN_BYTES = 12;

  private TwoTextStyles() {}

  /**
   * @param file whose {@code moov} is the last box, so that no sample moves
   */
  static void patch(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int stsd = ofText(bytes, "stsd");
    int entry = stsd + 16;
    int entryBytes = i32(bytes, entry);
    var patched = inserted(bytes, entry + entryBytes, slice(bytes, entry, entryBytes), "stsd");
    put(patched, stsd + 12, 2);

    int stsc = ofText(patched, "stsc");
    int chunks = i32(patched, ofText(patched, "stco") + 12);
    var runs = ByteBuffer.allocate(RUN_BYTES * chunks);
    for (int chunk = 0; chunk < chunks; chunk++) {
      runs.putInt(chunk + 1).putInt(samplesIn(patched, stsc, chunk + 1)).putInt(1 + chunk % 2);
    }
    int old = i32(patched, stsc + 12) * RUN_BYTES;
    var more = new byte[runs.capacity() - old];
    patched = inserted(patched, stsc + 16 + old, more, "stsc");
    System.arraycopy(runs.array(), 0, patched, stsc + 16, runs.capacity());
    put(patched, stsc + 12, chunks);
    Files.write(file, patched);
  }

  private static int samplesIn(byte[] bytes, int stsc, int chunk) {
    int samples = 0;
    for (int run = 0; run < i32(bytes, stsc + 12); run++) {
      int at = stsc + 16 + run * RUN_BYTES;
      samples = i32(bytes, at) <= chunk ? i32(bytes, at + 4) : samples;
    }
    return samples;
  }

  /** Numbers of the descriptions that chunks of the text track use, and the forms of entries. */
  static Set<String> descriptions(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var found = new TreeSet<String>();
    int stsc = ofText(bytes, "stsc");
    for (int run = 0; run < i32(bytes, stsc + 12); run++) {
      found.add("uses " + i32(bytes, stsc + 16 + run * RUN_BYTES + 8));
    }
    int stsd = ofText(bytes, "stsd");
    found.add(new String(slice(bytes, stsd, i32(bytes, stsd)), StandardCharsets.ISO_8859_1));
    return found;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more, String box) {
    var grown = new byte[bytes.length + more.length];
    System.arraycopy(bytes, 0, grown, 0, at);
    System.arraycopy(more, 0, grown, at, more.length);
    System.arraycopy(bytes, at, grown, at + more.length, bytes.length - at);
    int text = trak(bytes);
    for (var name : AROUND) {
      int start = name.equals("moov") ? find(bytes, name, 0) - 4 : find(bytes, name, text) - 4;
      put(grown, start, i32(bytes, start) + more.length);
    }
    int start = ofText(bytes, box);
    put(grown, start, i32(bytes, start) + more.length);
    return grown;
  }

  private static int ofText(byte[] bytes, String type) {
    return find(bytes, type, trak(bytes)) - 4;
  }

  /** Where the last track with texts starts. */
  private static int trak(byte[] bytes) {
    int text = find(bytes, "tx3g", 0);
    int at = -1;
    for (int next = find(bytes, "trak", 0); next >= 0 && next < text; ) {
      at = next - 4;
      next = find(bytes, "trak", next + 4);
    }
    return at;
  }

  private static int find(byte[] bytes, String type, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type, Math.max(from, 0));
  }

  private static byte[] slice(byte[] bytes, int at, int length) {
    return Arrays.copyOfRange(bytes, at, at + length);
  }

  private static int i32(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  private static void put(byte[] bytes, int at, int value) {
    ByteBuffer.wrap(bytes).putInt(at, value);
  }
}
