package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.transport.Assembly;
import clipdesk.cutter.transport.PacketFormat;
import clipdesk.cutter.transport.SampleForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the header of a cut index says of the rows of each track. */
final class SidecarRows {
  private static final int MAX_PID = 0x1fff;

  /** A byte behind a start code of three becomes five. */
  private static final int MOST_GROWTH = 2;

  private final ByteSource sidecar;
  private final ByteSource master;
  private final HeaderInput header;
  private final boolean foreign;
  private final Optional<PacketFormat> packets;
  private final long sampleBytes;
  private final List<Assembly.Stream> streams = new ArrayList<>();

  /**
   * Reads whether samples lie in packets.
   *
   * @param foreign as {@link SidecarWriter#FOREIGN_MAGIC} says
   */
  SidecarRows(ByteSource sidecar, ByteSource master, HeaderInput header, boolean foreign)
      throws IOException {
    this.sidecar = sidecar;
    this.master = master;
    this.header = header;
    this.foreign = foreign;
    this.packets = foreign && header.truth() ? Optional.of(packets(header)) : Optional.empty();
    this.sampleBytes =
        packets.isPresent() ? header.number(MOST_GROWTH * master.sizeBytes()) : master.sizeBytes();
  }

  private static PacketFormat packets(HeaderInput header) throws IOException {
    return PacketFormat.ofStride(header.number(Integer.MAX_VALUE))
        .orElseThrow(
            () -> new StaleIndexException("The cut index is damaged: there are no such packets"));
  }

  /** What makes samples of packets, when the rows of all tracks were read. */
  Optional<KeptAssembly> assembly() {
    return packets.map(
        format -> new KeptAssembly(new Assembly(format, sampleBytes, List.copyOf(streams))));
  }

  /** The rows of the next track. */
  SampleTables next() throws IOException {
    int pid = packets.isPresent() ? header.number(MAX_PID) : 0;
    var form = packets.isPresent() ? SampleForm.valueOf(header.text()) : SampleForm.AS_IS;
    int count = header.number(SampleTables.MAX_SAMPLES);
    long duration = header.varint();
    long constant = header.varint();
    boolean everySync = header.truth();
    int[] sync = sync(count);
    int blockCount = Math.ceilDiv(count, SampleBlock.SAMPLES);
    if (blockCount > header.left() / 2) {
      throw new StaleIndexException(
          "The cut index is damaged: it has no %d blocks".formatted(blockCount));
    }
    var dts = new long[blockCount];
    var positions = new long[blockCount + 1];
    var starts = new long[packets.isPresent() ? blockCount : 0];
    for (int i = 0; i < blockCount; i++) {
      long ticks = foreign ? header.signed() : header.number(Long.MAX_VALUE);
      dts[i] = Math.addExact(i == 0 ? 0 : dts[i - 1], ticks);
      positions[i] = position(i == 0 ? 0 : positions[i - 1]);
      if (packets.isPresent()) {
        starts[i] = Math.addExact(i == 0 ? 0 : starts[i - 1], header.number(sampleBytes));
      }
    }
    positions[blockCount] = position(blockCount == 0 ? 0 : positions[blockCount - 1]);
    var blocks = new SidecarBlocks(sidecar, count, packets.isPresent(), positions);
    packets.ifPresent(
        format ->
            streams.add(
                new Assembly.Stream(
                    pid,
                    form,
                    new SidecarPieces(blocks, starts, format.stride(), master.sizeBytes()))));
    return new SidecarTables(
        blocks,
        sampleBytes,
        new SidecarTables.TrackRows(count, duration, constant, everySync, sync, dts));
  }

  /** A sync sample takes a byte at least and a block two: nothing is allocated for more. */
  private int[] sync(int count) throws IOException {
    var sync = new int[header.number(Math.min(count, header.left()))];
    int index = 0;
    for (int i = 0; i < sync.length; i++) {
      index = Math.addExact(index, header.number(count));
      sync[i] = index;
    }
    return sync;
  }

  /** Where a block is, as far behind the one before as the header says. */
  private long position(long before) throws IOException {
    return before + header.number(sidecar.sizeBytes() - before);
  }
}
