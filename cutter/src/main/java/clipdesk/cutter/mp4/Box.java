package clipdesk.cutter.mp4;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of a file (ISO/IEC 14496-12, 4.2), known by its place; the contents are read on demand.
 * Its extent has been checked to lie inside its parent and inside the file.
 *
 * @param path names from the top, as in {@code moov/trak}
 * @param offset of the first header byte in the file
 * @param headerBytes 8 or 16
 * @param sizeBytes header and contents
 */
public record Box(
    CachedReader file, String path, String type, long offset, int headerBytes, long sizeBytes) {
  static final String FRAGMENT = "moof";

  private static final int MAX_DEPTH = 16;
  private static final int MAX_BOXES = 4096;

  /** First byte of the contents. */
  public long bodyOffset() {
    return offset + headerBytes;
  }

  public long bodyBytes() {
    return sizeBytes - headerBytes;
  }

  public long endOffset() {
    return offset + sizeBytes;
  }

  /** The boxes at the top of a file, up to the first fragment: of these there may be any number. */
  static List<Box> topLevel(CachedReader file) throws IOException {
    return walk(file, "", 0, file.sizeBytes());
  }

  /** The box at a place at the top of a file; empty if it is not there as a whole. */
  static Optional<Box> whole(CachedReader file, long at) throws IOException {
    if (file.sizeBytes() - at < 8) {
      return Optional.empty();
    }
    try {
      return Optional.of(at(file, "", at, file.sizeBytes()));
    } catch (MalformedMasterException e) {
      if (e.missingBytes() > 0) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The boxes inside this one. */
  public List<Box> children() throws IOException {
    return children(0);
  }

  /** The boxes inside this one, behind {@code skip} bytes of fields. */
  public List<Box> children(int skip) throws IOException {
    if (skip > bodyBytes()) {
      throw malformed("holds %d bytes, needs %d".formatted(bodyBytes(), skip));
    }
    if (path.chars().filter(c -> c == '/').count() >= MAX_DEPTH) {
      throw malformed("boxes are nested deeper than " + MAX_DEPTH);
    }
    return walk(file, path + "/", bodyOffset() + skip, endOffset());
  }

  private static List<Box> walk(CachedReader file, String prefix, long start, long end)
      throws IOException {
    List<Box> boxes = new ArrayList<>();
    long at = start;
    // Up to seven bytes may follow: QuickTime ends user data with a 32-bit zero.
    while (end - at >= 8) {
      var box = at(file, prefix, at, end);
      boxes.add(box);
      if (prefix.isEmpty() && box.type.equals(FRAGMENT)) {
        break;
      }
      if (boxes.size() > MAX_BOXES) {
        throw box.malformed("more than " + MAX_BOXES + " boxes side by side");
      }
      at = box.endOffset();
    }
    return boxes;
  }

  private static Box at(CachedReader file, String prefix, long at, long end) throws IOException {
    byte[] header = file.read(at, (int) Math.min(16, end - at));
    String type = new String(header, 4, 4, StandardCharsets.ISO_8859_1);
    String path = prefix + type;
    long size = Bytes.u32(header, 0);
    int headerBytes = 8;
    if (size == 1) {
      if (header.length < 16) {
        throw new MalformedMasterException(path, at, "ends inside its 64-bit size");
      }
      size = Bytes.i64(header, 8);
      headerBytes = 16;
    } else if (size == 0) {
      size = end - at;
    }
    if (size > end - at && end == file.sizeBytes() && !prefix.contains("/")) {
      throw MalformedMasterException.truncated(path, at, size, end - at);
    }
    if (size < headerBytes || size > end - at) {
      throw new MalformedMasterException(
          path, at, "size %d, but %d bytes are left".formatted(size, end - at));
    }
    return new Box(file, path, type, at, headerBytes, size);
  }

  /** The first box of a type inside this one. */
  public Optional<Box> child(String childType) throws IOException {
    return children().stream().filter(box -> box.type.equals(childType)).findFirst();
  }

  /**
   * @throws MalformedMasterException if there is none
   */
  public Box required(String childType) throws IOException {
    return child(childType).orElseThrow(() -> malformed("has no " + childType));
  }

  public int u8(long at) throws IOException {
    return body(at, 1)[0] & 0xff;
  }

  public int u16(long at) throws IOException {
    return Bytes.u16(body(at, 2), 0);
  }

  public long u32(long at) throws IOException {
    return Bytes.u32(body(at, 4), 0);
  }

  public long i64(long at) throws IOException {
    return Bytes.i64(body(at, 8), 0);
  }

  /** Bytes of the contents. */
  public byte[] body(long at, int length) throws IOException {
    if (at < 0 || at > bodyBytes() - length) {
      throw malformed("holds %d bytes, needs %d".formatted(bodyBytes(), at + length));
    }
    return file.read(bodyOffset() + at, length);
  }

  /**
   * Header and contents.
   *
   * @param maxBytes what may be allocated for it
   */
  public byte[] raw(int maxBytes) throws IOException {
    if (sizeBytes > maxBytes) {
      throw malformed("is %d bytes long, at most %d are kept".formatted(sizeBytes, maxBytes));
    }
    return file.read(offset, (int) sizeBytes);
  }

  /** A count of entries of a fixed width that start at {@code at}, checked to fit the box. */
  public int entries(long countAt, long at, int entryBytes) throws IOException {
    long count = u32(countAt);
    long room = (bodyBytes() - at) / entryBytes;
    if (count > room || count > Integer.MAX_VALUE) {
      throw malformed("%d entries, but room for %d".formatted(count, Math.max(room, 0)));
    }
    return (int) count;
  }

  public MalformedMasterException malformed(String reason) {
    return new MalformedMasterException(path, offset, reason);
  }
}
