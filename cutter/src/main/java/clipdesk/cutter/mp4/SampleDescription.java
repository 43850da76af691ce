package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The whole {@code stsd} box of a track and the fields of its first entry that a cut needs (ISO/IEC
 * 14496-12, 8.5.2; QuickTime File Format for sound descriptions 1 and 2).
 *
 * @param box header and contents, kept byte for byte
 * @param entryOffset where the first entry starts in {@code box}
 */
public record SampleDescription(
    byte[] box, String format, int entries, int entryOffset, int entryBytes) {
  private static final int ENTRY_HEADER_BYTES = 16;
  private static final int VISUAL_ENTRY_BYTES = 86;
  private static final int AUDIO_ENTRY_BYTES = 36;

  /**
   * @throws MalformedMasterException if the entry does not lie inside the box
   */
  public SampleDescription {
    int room = box.length - entryOffset;
    if (entryOffset < 0 || entryBytes < 0 || entryBytes > room) {
      throw new MalformedMasterException(
          "stsd", -1, "first entry is %d bytes long, of %d".formatted(entryBytes, room));
    }
  }

  static SampleDescription of(Box stsd, byte[] raw) {
    int at = stsd.headerBytes() + 8;
    if (raw.length < at + ENTRY_HEADER_BYTES) {
      throw stsd.malformed("holds no entry");
    }
    var format = new String(raw, at + 4, 4, StandardCharsets.ISO_8859_1);
    return new SampleDescription(
        raw, format, Bytes.i32(raw, stsd.headerBytes() + 4), at, Bytes.i32(raw, at));
  }

  /**
   * @param stsd a whole box with one entry and a short header, as it is made here
   */
  static SampleDescription made(byte[] stsd) {
    int at = 16;
    var format = new String(stsd, at + 4, 4, StandardCharsets.ISO_8859_1);
    return new SampleDescription(stsd, format, 1, at, Bytes.i32(stsd, at));
  }

  /** A 16-bit field of the first entry; 0 if the entry is shorter. */
  int u16(int at) {
    return at + 2 <= entryBytes ? Bytes.u16(box, entryOffset + at) : 0;
  }

  /** A 32-bit field of the first entry; 0 if the entry is shorter. */
  public long u32(int at) {
    return at + 4 <= entryBytes ? Bytes.u32(box, entryOffset + at) : 0;
  }

  public int width() {
    return u16(32);
  }

  public int height() {
    return u16(34);
  }

  private int soundVersion() {
    return u16(16);
  }

  public int channels() {
    return soundVersion() == 2 ? (int) u32(48) : u16(24);
  }

  /** Samples per second; 0 if the entry does not say. */
  public int sampleRate() {
    if (soundVersion() == 2 && entryBytes >= 48) {
      return (int) Double.longBitsToDouble(Bytes.i64(box, entryOffset + 40));
    }
    return u16(32);
  }

  private int bitsPerSample() {
    return soundVersion() == 2 ? (int) u32(56) : u16(26);
  }

  /** Whether the sound is stored sample by sample, so that it can be cut anywhere. */
  public boolean isPcm() {
    return switch (format) {
      case "sowt",
          "twos",
          "raw ",
          "NONE",
          "in24",
          "in32",
          "fl32",
          "fl64",
          "lpcm",
          "ipcm",
          "fpcm",
          "ulaw",
          "alaw" ->
          true;
      default -> false;
    };
  }

  /**
   * Bytes of one audio frame of an uncompressed track. Tables of QuickTime files say 1 there.
   *
   * @param uniformBytes what {@code stsz} says
   */
  int pcmFrameBytes(int uniformBytes) {
    if (uniformBytes > 1) {
      return uniformBytes;
    }
    boolean oneBytePerSample = format.equals("ulaw") || format.equals("alaw");
    long bytes =
        switch (soundVersion()) {
          case 1 -> u32(44);
          case 2 -> u32(64);
          default -> (long) channels() * (oneBytePerSample ? 1 : Math.ceilDiv(bitsPerSample(), 8));
        };
    if (bytes <= 0 || bytes > 1024) {
      throw new MalformedMasterException("stsd", -1, "an audio frame of " + bytes + " bytes");
    }
    return (int) bytes;
  }

  /** Contents of a box inside the first entry, such as {@code avcC} of a visual entry. */
  public Optional<byte[]> config(String type) {
    int at = find(type);
    return at < 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(box, at + 8, at + Bytes.i32(box, at)));
  }

  /** The same description with other contents of a box inside the first entry. */
  public byte[] withConfig(String type, byte[] contents) {
    int at = find(type);
    if (at < 0) {
      throw new MalformedMasterException("stsd", -1, "has no " + type);
    }
    return replaced(at, Bytes.i32(box, at), contents);
  }

  /** Where a box inside the first entry starts, -1 if there is none. */
  private int find(String type) {
    int skip = width() > 0 && !isSound() ? VISUAL_ENTRY_BYTES : soundConfigAt();
    int end = entryOffset + entryBytes;
    for (int at = entryOffset + skip; end - at >= 8; ) {
      int size = Bytes.i32(box, at);
      if (size < 8 || size > end - at) {
        return -1;
      }
      if (type.equals(typeAt(at))) {
        return at;
      }
      at += size;
    }
    return -1;
  }

  private byte[] replaced(int at, int size, byte[] contents) {
    int growth = contents.length + 8 - size;
    var changed = new byte[box.length + growth];
    System.arraycopy(box, 0, changed, 0, at + 8);
    System.arraycopy(contents, 0, changed, at + 8, contents.length);
    System.arraycopy(box, at + size, changed, at + 8 + contents.length, box.length - at - size);
    Bytes.put32(changed, at, contents.length + 8);
    Bytes.put32(changed, entryOffset, entryBytes + growth);
    Bytes.put32(changed, 0, changed.length);
    return changed;
  }

  private String typeAt(int at) {
    return new String(box, at + 4, 4, StandardCharsets.ISO_8859_1);
  }

  private boolean isSound() {
    return switch (format) {
      case "mp4a", "Opus", "alac", "fLaC", ".mp3", "samr", "sawb", "ac-4", "dtsc", "dtse" -> true;
      default -> format.endsWith("-3") || format.startsWith("ms\0") || isPcm();
    };
  }

  private int soundConfigAt() {
    return AUDIO_ENTRY_BYTES
        + switch (soundVersion()) {
          case 1 -> 16;
          case 2 -> 36;
          default -> 0;
        };
  }
}
