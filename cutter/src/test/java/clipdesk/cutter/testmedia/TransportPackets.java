package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Packets of a transport stream, taken apart and put together in other ways. */
public final class TransportPackets {
  private static final int PACKET_BYTES = 188;
  private static final byte SYNC = 0x47;
  private static final int TABLE_OF_PROGRAMMES = 0;
  private static final int SECTION_FROM = 5;
  private static final int PROGRAMMES_FROM = SECTION_FROM + 8;
  private static final int POLYNOMIAL = 0x04c11db7;

  private TransportPackets() {}

  static void patch(Path file, UnaryOperator<List<byte[]>> change) throws IOException {
    Files.write(file, joined(change.apply(of(Files.readAllBytes(file))), 0, 0));
  }

  /** What somebody has who began to record too late: tables, then half a group of pictures. */
  public static List<byte[]> fromTheMiddle(List<byte[]> packets) {
    var tables = packets.stream().limit(3).toList();
    var rest = packets.subList(packets.size() / 4, packets.size());
    return Stream.concat(tables.stream(), rest.stream()).toList();
  }

  public static List<byte[]> of(byte[] stream) {
    List<byte[]> packets = new ArrayList<>();
    for (int at = 0; at < stream.length; at += PACKET_BYTES) {
      packets.add(Arrays.copyOfRange(stream, at, at + PACKET_BYTES));
    }
    return packets;
  }

  /** One behind the other, each in front of, or behind, so many other bytes. */
  public static byte[] joined(List<byte[]> packets, int before, int behind) {
    int stride = before + PACKET_BYTES + behind;
    var stream = new byte[packets.size() * stride];
    for (int i = 0; i < packets.size(); i++) {
      System.arraycopy(packets.get(i), 0, stream, i * stride + before, PACKET_BYTES);
    }
    return stream;
  }

  public static int pid(byte[] packet) {
    return (packet[1] & 0x1f) << 8 | (packet[2] & 0xff);
  }

  public static boolean startsUnit(byte[] packet) {
    return (packet[1] & 0x40) != 0;
  }

  /** The same with every packet of a stream changed. */
  public static List<byte[]> with(List<byte[]> packets, int pid, UnaryOperator<byte[]> change) {
    return packets.stream().map(it -> pid(it) == pid ? change.apply(it.clone()) : it).toList();
  }

  /**
   * Two streams of one programme each, packet by packet in turn, under a table that names both. No
   * PID may be in both but that of the table.
   */
  static List<byte[]> inTurn(List<byte[]> one, List<byte[]> other) {
    byte[] table = tableOfBoth(table(one), table(other));
    var both = with(one, TABLE_OF_PROGRAMMES, packet -> withContinuity(table, packet[3]));
    var rest = other.stream().filter(it -> pid(it) != TABLE_OF_PROGRAMMES).toList();
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < Math.max(both.size(), rest.size()); i++) {
      if (i < both.size()) {
        all.add(both.get(i));
      }
      if (i < rest.size()) {
        all.add(rest.get(i));
      }
    }
    return all;
  }

  private static byte[] table(List<byte[]> packets) {
    return packets.stream().filter(it -> pid(it) == TABLE_OF_PROGRAMMES).findFirst().orElseThrow();
  }

  private static byte[] withContinuity(byte[] table, byte last) {
    byte[] packet = table.clone();
    packet[3] = last;
    return packet;
  }

  private static byte[] tableOfBoth(byte[] one, byte[] other) {
    byte[] both = one.clone();
    System.arraycopy(other, PROGRAMMES_FROM, both, PROGRAMMES_FROM + 4, 4);
    both[SECTION_FROM + 2] = (byte) (both[SECTION_FROM + 2] + 4);
    seal(both);
    return both;
  }

  /**
   * The same with sync bytes, and check sums of tables that stand in one packet, as they must be.
   */
  public static byte[] sealed(byte[] stream) {
    var packets = of(stream);
    for (byte[] packet : packets) {
      packet[0] = SYNC;
      if (holdsTable(packet)) {
        seal(packet);
      }
    }
    return joined(packets, 0, 0);
  }

  /** A section with a check sum that starts and ends in the packet, as FFmpeg writes tables. */
  public static boolean holdsTable(byte[] packet) {
    boolean starts = startsUnit(packet) && (packet[3] & 0x30) == 0x10 && packet[4] == 0;
    return starts
        && (packet[SECTION_FROM] == 0 || packet[SECTION_FROM] == 2)
        && (packet[SECTION_FROM + 1] & 0x80) != 0
        && sectionEnd(packet) <= PACKET_BYTES
        && sectionEnd(packet) > PROGRAMMES_FROM;
  }

  private static int sectionEnd(byte[] packet) {
    int length = (packet[SECTION_FROM + 1] & 0x0f) << 8 | (packet[SECTION_FROM + 2] & 0xff);
    return SECTION_FROM + 3 + length;
  }

  private static void seal(byte[] packet) {
    int end = sectionEnd(packet) - 4;
    int sum = -1;
    for (int i = SECTION_FROM; i < end; i++) {
      sum ^= packet[i] << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
      }
    }
    for (int i = 0; i < 4; i++) {
      packet[end + i] = (byte) (sum >> (24 - 8 * i));
    }
  }
}
