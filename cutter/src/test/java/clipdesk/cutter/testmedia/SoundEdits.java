package clipdesk.cutter.testmedia;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Gives the sound tracks of a file other edit lists. */
public final class SoundEdits {
  private static final Set<String> AROUND = Set.of("moov", "trak", "edts");
  private static final int NORMAL_RATE = 1 << 16;

  private SoundEdits() {}

  /**
   * @param file whose {@code moov} is the last box, so that no sample moves
   * @param edits duration in the movie's timescale and media time of each, -1 for nothing
   */
  public static void patch(Path file, int[]... edits) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, boxes(bytes, 0, bytes.length, /* sound= */ false, edits));
  }

  private static byte[] boxes(byte[] file, int from, int to, boolean sound, int[][] edits) {
    var out = new ByteArrayOutputStream();
    for (int at = from; at + 8 <= to; ) {
      int size = ByteBuffer.wrap(file).getInt(at);
      var type = text(file, at + 4, 4);
      int end = size < 8 ? to : at + size;
      if (type.equals("elst") && sound) {
        write(out, type, list(edits));
      } else if (AROUND.contains(type)) {
        boolean inside = type.equals("trak") ? text(file, at, end - at).contains("soun") : sound;
        write(out, type, boxes(file, at + 8, end, inside, edits));
      } else {
        out.write(file, at, end - at);
      }
      at = end;
    }
    return out.toByteArray();
  }

  private static byte[] list(int[][] edits) {
    var list = ByteBuffer.allocate(8 + 12 * edits.length).putInt(0).putInt(edits.length);
    for (int[] edit : edits) {
      list.putInt(edit[0]).putInt(edit[1]).putInt(NORMAL_RATE);
    }
    return list.array();
  }

  private static void write(ByteArrayOutputStream out, String type, byte[] body) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(8 + body.length).array());
    out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
