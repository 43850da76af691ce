package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;

/** One stream of a programme on its way from packets to a list of samples. */
abstract sealed class ElementaryStream permits PictureStream, SoundStream {
  private static final int CONTINUITY_VALUES = 16;

  final Payload payload = new Payload();
  final ListedPieces pieces = new ListedPieces();
  private final Programme.Stream entry;
  private final int stride;
  private long[] times = new long[64];
  private boolean[] keys = new boolean[64];
  private int continuity = -1;
  private boolean inUnit;
  private int expectedBytes;
  private int unitBytes;
  private long lastPacket;
  private long firstTime = Long.MAX_VALUE;

  ElementaryStream(Programme.Stream entry, PacketFormat format) {
    this.entry = entry;
    this.stride = format.stride();
  }

  Programme.Stream entry() {
    return entry;
  }

  /**
   * A unit starts; what of it comes is added to {@link #payload}.
   *
   * @return whether another recording starts with it: its clock is another
   */
  abstract boolean starts(PesHeader header);

  /** The unit is whole. */
  abstract void ends();

  abstract SampleForm sampleForm();

  void take(long offset, Packet packet) {
    // The bit may be what is damaged.
    if (packet.isScrambled() && !packet.isDamaged()) {
      throw new UnsupportedMasterException(
          FallbackReason.ENCRYPTED, "scrambled packets of PID %d".formatted(entry.pid()));
    }
    if (!packet.hasPayload()) {
      return;
    }
    boolean follows = follows(packet);
    int from = packet.from();
    if (packet.startsUnit()) {
      finish();
      var header = PesHeader.of(packet);
      from += header.length();
      expectedBytes = header.payloadBytes();
      unitBytes = 0;
      inUnit = true;
      // Recordings that were joined by hand are counted anew.
      follows |= starts(header);
    }
    if (!follows || packet.isDamaged()) {
      throw new MalformedMasterException(
          "packet", offset, "does not follow the one before of PID %d".formatted(entry.pid()));
    }
    if (inUnit) {
      payload.add(packet.bytes, from, packet.to(), offset);
      unitBytes += packet.to() - from;
      lastPacket = offset;
    }
  }

  /** What is lost in a transmission is concealed by who decodes every frame, or refused. */
  private boolean follows(Packet packet) {
    int before = continuity;
    continuity = packet.continuity();
    return before < 0 || continuity == (before + 1) % CONTINUITY_VALUES;
  }

  /** Ends the unit that is under way, if there is one. */
  private void finish() {
    if (inUnit) {
      if (expectedBytes > 0 && expectedBytes != unitBytes) {
        throw new MalformedMasterException(
            "PES", lastPacket, "%d bytes instead of %d".formatted(unitBytes, expectedBytes));
      }
      ends();
      inUnit = false;
    }
  }

  /** The file ends: a unit that broke off is no part of it. */
  void finishLast() {
    if (expectedBytes == 0 || expectedBytes == unitBytes) {
      finish();
    }
  }

  /** Lists a range of {@link #payload} as a sample. */
  void add(int from, int to, int size, long time, boolean key) {
    int count = pieces.count();
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      keys = Arrays.copyOf(keys, 2 * count);
    }
    times[count] = time;
    keys[count] = key;
    pieces.add(
        payload.packetOf(from),
        payload.placeInPacket(from),
        to - from,
        payload.packetOf(to - 1) + stride,
        size);
  }

  /** To be called with the time of each unit. */
  void saw(long time) {
    firstTime = firstTime == Long.MAX_VALUE ? time : firstTime;
  }

  /** Of the first unit that has one, listed or not: players count seconds from there. */
  long firstTime() {
    return firstTime;
  }

  /** The time that a sample says, {@link Frames#UNKNOWN} if none. */
  long time(int sample) {
    return times[sample];
  }

  boolean isKey(int sample) {
    return keys[sample];
  }
}
