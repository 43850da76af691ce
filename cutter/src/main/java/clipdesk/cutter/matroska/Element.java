package clipdesk.cutter.matroska;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One element of EBML (RFC 8794).
 *
 * @param at where its data starts
 * @param end behind its data; the end of what holds it if its size is unknown
 */
record Element(CachedReader file, int id, long at, long end, boolean unknownSize) {
  private static final int MAX_HEADER_BYTES = 12;
  private static final int MAX_BINARY_BYTES = 1 << 20;

  /**
   * The element that starts at a place.
   *
   * @param limit behind the last byte that it may have
   * @return empty where no element starts any more: at the limit, or where a recording broke off
   */
  static Optional<Element> at(CachedReader file, long position, long limit) throws IOException {
    long room = Math.min(MAX_HEADER_BYTES, limit - position);
    if (room < 2) {
      return Optional.empty();
    }
    byte[] header = file.read(position, (int) room);
    int idBytes = Integer.numberOfLeadingZeros(header[0] & 0xff) - 23;
    if (idBytes > 4 || idBytes + 1 > room) {
      return Optional.empty();
    }
    int sizeBytes = Integer.numberOfLeadingZeros(header[idBytes] & 0xff) - 23;
    if (sizeBytes > 8 || idBytes + sizeBytes > room) {
      return Optional.empty();
    }
    int id = 0;
    for (int i = 0; i < idBytes; i++) {
      id = (id << 8) | (header[i] & 0xff);
    }
    long size = header[idBytes] & ((1 << (8 - sizeBytes)) - 1);
    long ones = (1L << (7 * sizeBytes)) - 1;
    for (int i = 1; i < sizeBytes; i++) {
      size = (size << 8) | (header[idBytes + i] & 0xff);
    }
    boolean unknown = size == ones;
    long start = position + idBytes + sizeBytes;
    long end = unknown ? limit : start + size;
    return Optional.of(new Element(file, id, start, end, unknown));
  }

  long size() {
    return end - at;
  }

  /** An unsigned integer of up to eight bytes. */
  long number() throws IOException {
    byte[] bytes = bytes(8);
    long value = 0;
    for (byte next : bytes) {
      value = (value << 8) | (next & 0xff);
    }
    return value;
  }

  double real() throws IOException {
    long bits = number();
    return size() == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
  }

  String text() throws IOException {
    var text = new String(bytes(MAX_BINARY_BYTES), StandardCharsets.UTF_8);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  byte[] binary() throws IOException {
    return bytes(MAX_BINARY_BYTES);
  }

  private byte[] bytes(int most) throws IOException {
    if (size() > most || end > file.sizeBytes()) {
      throw malformed("holds %d bytes".formatted(size()));
    }
    return file.read(at, (int) size());
  }

  interface Use {
    void take(Element child) throws IOException;
  }

  /** The elements in this one, in order. */
  void children(Use use) throws IOException {
    long limit = Math.min(end, file.sizeBytes());
    var child = at(file, at, limit);
    while (child.isPresent()) {
      if (child.get().end > end) {
        throw child.get().malformed("ends behind what holds it");
      }
      use.take(child.get());
      child = at(file, child.get().end, limit);
    }
  }

  MalformedMasterException malformed(String what) {
    return new MalformedMasterException("element %X".formatted(id), at, what);
  }
}
