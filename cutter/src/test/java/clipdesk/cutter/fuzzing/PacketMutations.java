package clipdesk.cutter.fuzzing;

import clipdesk.cutter.testmedia.TransportPackets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Ways to damage a transport stream, packet by packet, that no check sum tells of. */
public enum PacketMutations {
  LOST {
    @Override
    void apply(List<byte[]> packets, Random random) {
      packets.remove(random.nextInt(packets.size()));
    }
  },
  LOST_SO_THAT_COUNTERS_FIT {
    @Override
    void apply(List<byte[]> packets, Random random) {
      int at = random.nextInt(packets.size());
      int pid = TransportPackets.pid(packets.get(at));
      for (int lost = 0; at < packets.size() && lost < COUNTERS; at++) {
        if (TransportPackets.pid(packets.get(at)) == pid) {
          packets.remove(at--);
          lost++;
        }
      }
    }
  },
  DOUBLED {
    @Override
    void apply(List<byte[]> packets, Random random) {
      int at = random.nextInt(packets.size());
      packets.add(at, packets.get(at));
    }
  },
  IN_ANOTHER_ORDER {
    @Override
    void apply(List<byte[]> packets, Random random) {
      int at = random.nextInt(packets.size() - 1);
      Collections.swap(packets, at, at + 1 + random.nextInt(Math.min(9, packets.size() - at - 1)));
    }
  },
  HEADERS {
    @Override
    void apply(List<byte[]> packets, Random random) {
      byte[] packet = any(packets, random, _ -> true);
      packet[1 + random.nextInt(5)] = (byte) random.nextInt();
    }
  },
  TABLES {
    @Override
    void apply(List<byte[]> packets, Random random) {
      byte[] packet = any(packets, random, TransportPackets::holdsTable);
      packet[6 + random.nextInt(40)] = (byte) random.nextInt();
    }
  },
  HEADERS_OF_UNITS {
    @Override
    void apply(List<byte[]> packets, Random random) {
      byte[] packet = any(packets, random, PacketMutations::startsUnit);
      packet[startCode(packet) + random.nextInt(20)] = (byte) random.nextInt();
    }
  },
  TIMES {
    @Override
    void apply(List<byte[]> packets, Random random) {
      byte[] packet = any(packets, random, PacketMutations::startsUnit);
      packet[startCode(packet) + 9 + random.nextInt(10)] ^= (byte) (1 << random.nextInt(8));
    }
  },
  START_CODES {
    @Override
    void apply(List<byte[]> packets, Random random) {
      byte[] packet = any(packets, random, it -> !TransportPackets.holdsTable(it));
      int at = 20 + random.nextInt(packet.length - 25);
      packet[at] = 0;
      packet[at + 1] = 0;
      packet[at + 2] = 1;
      packet[at + 3] = (byte) random.nextInt();
    }
  };

  private static final int COUNTERS = 16;

  abstract void apply(List<byte[]> packets, Random random);

  /** A damaged copy. */
  public byte[] damage(byte[] good, Random random) {
    List<byte[]> packets = new ArrayList<>(TransportPackets.of(good));
    for (int i = 0; i <= random.nextInt(3); i++) {
      apply(packets, random);
    }
    return TransportPackets.sealed(TransportPackets.joined(packets, 0, 0));
  }

  private static byte[] any(List<byte[]> packets, Random random, Predicate<byte[]> which) {
    var those = packets.stream().filter(which).toList();
    return those.get(random.nextInt(those.size()));
  }

  private static boolean startsUnit(byte[] packet) {
    return TransportPackets.startsUnit(packet)
        && !TransportPackets.holdsTable(packet)
        && startCode(packet) >= 0;
  }

  /** Where a unit's own header starts, with room for it, or -1. */
  private static int startCode(byte[] packet) {
    for (int at = 4; at < packet.length - 20; at++) {
      if (Arrays.equals(packet, at, at + 3, new byte[] {0, 0, 1}, 0, 3)) {
        return at;
      }
    }
    return -1;
  }
}
