package clipdesk.cutter.transport;

import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The samples of a transport stream as if they stood one behind the other. A read costs the packets
 * between its first sample and the end of its last one, and a copy of each sample.
 */
final class AssembledSource extends ForwardingSource {
  private final PacketWalk walk;
  private final AssembledSamples samples;

  AssembledSource(PacketWalk walk, AssembledSamples samples) {
    super(walk.file());
    this.walk = walk;
    this.samples = samples;
  }

  @Override
  public long sizeBytes() {
    return samples.sizeBytes();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    if (!into.hasRemaining()) {
      return;
    }
    new Reading(offset, into).run();
    into.position(into.limit());
  }

  /** One read: which sample of each stream comes next, and what of it has come. */
  private final class Reading {
    private final long offset;
    private final ByteBuffer into;
    private final int base;
    private final int first;
    private final int last;
    private final int[] next;
    private final byte[][] raw;
    private final int[] done;
    private int missing;

    Reading(long offset, ByteBuffer into) {
      this.offset = offset;
      this.into = into;
      this.base = into.position();
      this.first = samples.at(offset);
      this.last = samples.at(offset + into.remaining() - 1);
      int streams = samples.streams().size();
      this.next = new int[streams];
      this.raw = new byte[streams][];
      this.done = new int[streams];
      this.missing = last - first + 1;
      for (int stream = 0; stream < streams; stream++) {
        next[stream] = following(stream, first - 1);
      }
    }

    private int following(int stream, int sample) {
      int at = sample + 1;
      while (at <= last && samples.stream(at) != stream) {
        at++;
      }
      return at;
    }

    void run() throws IOException {
      long from = samples.pieces(first).packet(samples.inStream(first));
      long to = from;
      for (int i = first; i <= last; i++) {
        to = Math.max(to, samples.pieces(i).end(samples.inStream(i)));
      }
      walk.between(from, to, this::packet);
      if (missing > 0) {
        throw new MalformedMasterException("packet", from, "does not hold what it held");
      }
    }

    private boolean packet(long at, Packet packet) {
      for (int stream = 0; stream < next.length; stream++) {
        if (samples.streams().get(stream).entry().pid() == packet.pid() && packet.hasPayload()) {
          take(stream, at, packet);
        }
      }
      return missing > 0;
    }

    private void take(int stream, long at, Packet packet) {
      int from = packet.from() + (packet.startsUnit() ? PesHeader.of(packet).length() : 0);
      int position = from;
      while (next[stream] <= last) {
        int sample = next[stream];
        var pieces = samples.pieces(sample);
        int number = samples.inStream(sample);
        if (raw[stream] == null) {
          if (pieces.packet(number) != at) {
            return;
          }
          raw[stream] = new byte[pieces.rawSize(number)];
          done[stream] = 0;
          position = from + pieces.skip(number);
        }
        int count = Math.min(raw[stream].length - done[stream], packet.to() - position);
        System.arraycopy(packet.bytes, position, raw[stream], done[stream], count);
        done[stream] += count;
        position += count;
        if (done[stream] < raw[stream].length) {
          return;
        }
        put(sample, samples.streams().get(stream).sample(raw[stream]));
        raw[stream] = null;
        next[stream] = following(stream, sample);
      }
    }

    /** What of a sample lies in the range that was asked for. */
    private void put(int sample, byte[] bytes) {
      long start = samples.start(sample);
      if (bytes.length != samples.start(sample + 1) - start) {
        throw new MalformedMasterException("packet", -1, "a sample has another size than before");
      }
      int from = (int) Math.max(0, offset - start);
      int to = (int) Math.min(bytes.length, offset + into.limit() - base - start);
      into.put((int) (base + start + from - offset), Arrays.copyOfRange(bytes, from, to));
      missing--;
    }
  }
}
