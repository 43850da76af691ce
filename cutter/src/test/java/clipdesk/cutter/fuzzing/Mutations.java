package clipdesk.cutter.fuzzing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to damage an MP4 file. */
public enum Mutations {
  BYTES_OF_THE_INDEX {
    @Override
    void apply(byte[] bytes, Random random) {
      scatter(bytes, find(bytes, "moov"), size(bytes, "moov") - 4, 1 + random.nextInt(12), random);
    }
  },
  BYTES_OF_THE_PAYLOAD {
    @Override
    void apply(byte[] bytes, Random random) {
      scatter(bytes, find(bytes, "mdat") + 4, size(bytes, "mdat") - 8, 400, random);
    }
  },
  FEW_BYTES_OF_THE_PAYLOAD {
    @Override
    void apply(byte[] bytes, Random random) {
      scatter(bytes, find(bytes, "mdat") + 4, size(bytes, "mdat") - 8, 1, random);
    }
  },
  TRUNCATION {
    @Override
    public byte[] damage(byte[] good, Random random) {
      return Arrays.copyOf(good, random.nextInt(good.length));
    }

    @Override
    void apply(byte[] bytes, Random random) {}
  },
  SIZE_OF_A_BOX {
    @Override
    void apply(byte[] bytes, Random random) {
      int at = find(bytes, any(BOXES, random)) - 4;
      int size = ByteBuffer.wrap(bytes).getInt(at);
      int[] lies = {0, 1, 7, 8, size - 1, size + 1, size + 8, 2 * size, -1, Integer.MIN_VALUE};
      ByteBuffer.wrap(bytes).putInt(at, lies[random.nextInt(lies.length)]);
    }
  },
  COUNT_OF_A_TABLE {
    @Override
    void apply(byte[] bytes, Random random) {
      var type = any(TABLES, random);
      int at = find(bytes, type) + (type.equals("stsz") ? 12 : 8);
      int[] lies = {0, 1, 2, 39, 41, 5_000_000, Integer.MAX_VALUE, -1};
      ByteBuffer.wrap(bytes).putInt(at, lies[random.nextInt(lies.length)]);
    }
  },
  ENTRY_OF_A_TABLE {
    @Override
    void apply(byte[] bytes, Random random) {
      int at = find(bytes, any(TABLES, random)) + 8 + 4 * random.nextInt(8);
      int[] lies = {0, 1, 24, 25, bytes.length, Integer.MAX_VALUE, -1, Integer.MIN_VALUE};
      ByteBuffer.wrap(bytes).putInt(at, lies[random.nextInt(lies.length)]);
    }
  },
  EDITS {
    @Override
    void apply(byte[] bytes, Random random) {
      var edit = ByteBuffer.wrap(bytes).position(find(bytes, "elst") + 12);
      int[] lies = {0, 1, -1, -2, 511, 513, 1024, 20_000, Integer.MAX_VALUE, Integer.MIN_VALUE};
      edit.putInt(lies[random.nextInt(lies.length)]).putInt(lies[random.nextInt(lies.length)]);
    }
  },
  SAMPLES_ONE_ON_THE_OTHER {
    @Override
    void apply(byte[] bytes, Random random) {
      int chunks = find(bytes, "stco");
      var offsets = ByteBuffer.wrap(bytes).position(chunks + 12);
      int count = ByteBuffer.wrap(bytes).getInt(chunks + 8);
      int to = random.nextInt(bytes.length);
      for (int i = 0; i < count; i++) {
        offsets.putInt(to);
      }
      ByteBuffer.wrap(bytes).putInt(find(bytes, "stsz") + 8, random.nextInt(bytes.length - to + 1));
    }
  },
  BOX_INSIDE_ITSELF {
    @Override
    void apply(byte[] bytes, Random random) {
      int at = find(bytes, any(BOXES, random)) - 4;
      int from = find(bytes, any(BOXES, random)) - 4;
      int length = Math.min(bytes.length - Math.max(at, from), 1 + random.nextInt(400));
      System.arraycopy(bytes, from, bytes, at, length);
    }
  },
  PARAMETER_SETS {
    @Override
    void apply(byte[] bytes, Random random) {
      scatter(
          bytes, find(bytes, "avcC") + 4, size(bytes, "avcC") - 8, 1 + random.nextInt(3), random);
    }
  },
  LENGTHS_OF_NAL_UNITS {
    @Override
    void apply(byte[] bytes, Random random) {
      int at = find(bytes, "mdat") + 4;
      var payload = ByteBuffer.wrap(bytes);
      for (int i = 0; i < 3; i++) {
        int[] lies = {0, 1, 3, 70_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE};
        payload.putInt(at, lies[random.nextInt(lies.length)]);
        at += 4 + random.nextInt(size(bytes, "mdat") / 4);
      }
    }
  },
  TYPE_OF_A_BOX {
    @Override
    void apply(byte[] bytes, Random random) {
      int at = find(bytes, any(BOXES, random));
      byte[] other = any(BOXES, random).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(other, 0, bytes, at, 4);
    }
  };

  private static final List<String> TABLES =
      List.of("stts", "ctts", "stss", "stsc", "stsz", "stco", "elst");

  private static final List<String> BOXES = boxes();

  private static List<String> boxes() {
    List<String> boxes = new ArrayList<>(TABLES);
    boxes.addAll(List.of("ftyp", "moov", "mdat", "mvhd", "trak", "tkhd", "edts", "mdia", "mdhd"));
    boxes.addAll(List.of("hdlr", "minf", "dinf", "stbl", "stsd", "avc1", "avcC", "udta"));
    return List.copyOf(boxes);
  }

  abstract void apply(byte[] bytes, Random random);

  /** A damaged copy. */
  public byte[] damage(byte[] good, Random random) {
    byte[] bytes = good.clone();
    apply(bytes, random);
    return bytes;
  }

  private static String any(List<String> types, Random random) {
    return types.get(random.nextInt(types.size()));
  }

  /** Where the type of the first such box stands. */
  private static int find(byte[] bytes, String type) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
  }

  private static int size(byte[] bytes, String type) {
    return ByteBuffer.wrap(bytes).getInt(find(bytes, type) - 4);
  }

  private static void scatter(byte[] bytes, int from, int length, int count, Random random) {
    for (int i = 0; i < count; i++) {
      bytes[from + random.nextInt(length)] = (byte) random.nextInt();
    }
  }
}
