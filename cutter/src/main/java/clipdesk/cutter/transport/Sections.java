package clipdesk.cutter.transport;

import java.util.Arrays;
import java.util.function.Consumer;

/** Puts the sections of one PID together (ISO/IEC 13818-1, 2.4.4); damaged ones are left out. */
final class Sections {
  private static final int HEADER_BYTES = 3;
  private static final int MAX_BYTES = HEADER_BYTES + 4093;
  private static final int NO_TABLE = 0xff;
  private static final int POLYNOMIAL = 0x04c11db7;

  private final Consumer<byte[]> whole;
  private final byte[] held = new byte[MAX_BYTES];
  private int length;
  private boolean started;

  /**
   * @param whole hears each section, its check sum left out
   */
  Sections(Consumer<byte[]> whole) {
    this.whole = whole;
  }

  void take(Packet packet) {
    if (!packet.hasPayload()) {
      return;
    }
    int from = packet.from();
    if (packet.startsUnit()) {
      int pointer = from + 1 + (packet.bytes[from] & 0xff);
      if (pointer > packet.to()) {
        started = false;
        return;
      }
      append(packet.bytes, from + 1, pointer);
      started = true;
      length = 0;
      from = pointer;
    }
    append(packet.bytes, from, packet.to());
  }

  private void append(byte[] bytes, int from, int to) {
    int at = from;
    while (started && at < to) {
      if (length == 0 && (bytes[at] & 0xff) == NO_TABLE) {
        started = false;
        return;
      }
      int wanted = length < HEADER_BYTES ? HEADER_BYTES : wantedBytes();
      int count = Math.min(Math.min(wanted, MAX_BYTES) - length, to - at);
      System.arraycopy(bytes, at, held, length, count);
      length += count;
      at += count;
      if (length >= HEADER_BYTES && length == wantedBytes()) {
        finish();
      } else if (length == MAX_BYTES) {
        started = false;
      }
    }
  }

  private int wantedBytes() {
    return HEADER_BYTES + ((held[1] & 0x0f) << 8 | (held[2] & 0xff));
  }

  private void finish() {
    if (length > HEADER_BYTES + 4 && checkSum() == 0) {
      whole.accept(Arrays.copyOf(held, length - 4));
    }
    length = 0;
  }

  /** Over a whole section 0 (ISO/IEC 13818-1, annex A). */
  private int checkSum() {
    int sum = -1;
    for (int i = 0; i < length; i++) {
      sum ^= held[i] << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }
}
