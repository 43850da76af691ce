package clipdesk.cutter.transport;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of a transport stream as if they stood one behind the other. A read costs the packets
 * between its first sample and the end of its last one, and two copies of each sample.
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

    /**
     * Makes a sample in its place, or beside if not all of it is wanted.
     *
     * @return whether it is as long as it was
     */
    boolean put(long start, int size, SampleForm form, byte[] raw, int rawSize) {
      int place = into.position() + (int) (start - offset);
      if (start >= offset && start + size <= end()) {
        missing -= size;
        return form.write(raw, rawSize, into.slice(place, size));
      }
      var beside = ByteBuffer.allocate(size);
      int from = (int) Math.max(0, offset - start);
      int count = (int) Math.min(size, end() - start) - from;
      boolean fits = form.write(raw, rawSize, beside);
      into.put(place + from, beside.array(), from, count);
      missing -= count;
      return fits;
    }
  }

  /** The wanted samples of one stream: which comes next, and what of it has come. */
  private static final class Strand {
    private final Assembly.Stream stream;
    private final PieceWindow wanted;
    private final Target target;
    private final byte[] raw;
    private int next;
    private int rawSize;
    private int done;

    Strand(Assembly.Stream stream, PieceWindow wanted, Target target) {
      this.stream = stream;
      this.wanted = wanted;
      this.target = target;
      this.raw = new byte[Arrays.stream(wanted.rawSizes()).max().orElse(0)];
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
          rawSize = wanted.rawSize(next);
          position = from + wanted.skip(next);
        }
        int count = Math.min(rawSize - done, packet.to() - position);
        if (count <= 0) {
          throw changed(at);
        }
        System.arraycopy(packet.bytes, position, raw, done, count);
        done += count;
        position += count;
        if (done < rawSize) {
          return;
        }
        boolean fits =
            target.put(wanted.start(next), wanted.size(next), stream.form(), raw, rawSize);
        if (!fits) {
          throw changed(at);
        }
        next++;
        done = 0;
      }
    }

    private static MalformedMasterException changed(long at) {
      return new MalformedMasterException("packet", at, "holds another sample than before");
    }
  }
}
