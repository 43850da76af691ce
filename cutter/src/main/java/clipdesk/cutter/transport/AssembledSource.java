package clipdesk.cutter.transport;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a transport stream as if they stood one behind the other. A read costs the packets
 * between its first sample and the end of its last one, and a copy of each sample.
 */
final class AssembledSource extends ForwardingSource {
  private final PacketWalk walk;
  private final Assembly assembly;

  AssembledSource(ByteSource file, Assembly assembly) {
    super(file);
    this.walk = new PacketWalk(file, assembly.format());
    this.assembly = assembly;
  }

  @Override
  public long sizeBytes() {
    return assembly.sizeBytes();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    if (!into.hasRemaining()) {
      return;
    }
    var target = new Target(offset, into);
    List<Strand> strands = new ArrayList<>();
    for (var stream : assembly.streams()) {
      var wanted = stream.pieces().between(offset, target.end());
      if (wanted.count() > 0) {
        strands.add(new Strand(stream, wanted, target));
      }
    }
    long from = strands.stream().mapToLong(Strand::from).min().orElse(0);
    long to = strands.stream().mapToLong(Strand::to).max().orElse(0);
    walk.between(
        from,
        to,
        (at, packet) -> {
          for (var strand : strands) {
            strand.take(at, packet);
          }
          return target.missing > 0;
        });
    if (target.missing != 0) {
      throw new MalformedMasterException("packet", from, "does not hold what it held");
    }
    into.position(into.limit());
  }

  /** What was asked for, and how much of it has not come yet. */
  private static final class Target {
    private final long offset;
    private final ByteBuffer into;
    private int missing;

    Target(long offset, ByteBuffer into) {
      this.offset = offset;
      this.into = into;
      this.missing = into.remaining();
    }

    long end() {
      return offset + into.remaining();
    }

    /** What of a sample lies in it. */
    void put(long start, byte[] sample) {
      int from = (int) Math.max(0, offset - start);
      int count = (int) Math.min(sample.length, end() - start) - from;
      into.put(into.position() + (int) (start + from - offset), sample, from, count);
      missing -= count;
    }
  }

  /** The wanted samples of one stream: which comes next, and what of it has come. */
  private static final class Strand {
    private final Assembly.Stream stream;
    private final PieceWindow wanted;
    private final Target target;
    private int next;
    private byte[] raw = {};
    private int done;

    Strand(Assembly.Stream stream, PieceWindow wanted, Target target) {
      this.stream = stream;
      this.wanted = wanted;
      this.target = target;
    }

    long from() {
      return wanted.packet(0);
    }

    long to() {
      long to = 0;
      for (int i = 0; i < wanted.count(); i++) {
        to = Math.max(to, wanted.end(i));
      }
      return to;
    }

    void take(long at, Packet packet) {
      if (packet.pid() != stream.pid() || !packet.hasPayload()) {
        return;
      }
      int from = packet.from() + (packet.startsUnit() ? PesHeader.of(packet).length() : 0);
      int position = from;
      while (next < wanted.count()) {
        if (done == 0) {
          if (wanted.packet(next) != at) {
            return;
          }
          raw = new byte[wanted.rawSize(next)];
          position = from + wanted.skip(next);
        }
        int count = Math.min(raw.length - done, packet.to() - position);
        if (count <= 0) {
          throw changed(at);
        }
        System.arraycopy(packet.bytes, position, raw, done, count);
        done += count;
        position += count;
        if (done < raw.length) {
          return;
        }
        byte[] sample = stream.form().sample(raw);
        if (sample.length != wanted.size(next)) {
          throw changed(at);
        }
        target.put(wanted.start(next++), sample);
        done = 0;
      }
    }

    private static MalformedMasterException changed(long at) {
      return new MalformedMasterException("packet", at, "holds another sample than before");
    }
  }
}
