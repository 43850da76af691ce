package clipdesk.cutter.index;

import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.KeptBox;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.transport.Assembly;
import clipdesk.cutter.transport.Pieces;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Writes a cut index: the sample blocks of every track, then a header that describes the movie and
 * says where the blocks are, then where the header is.
 */
final class SidecarWriter {
  /** Version in the last digit: of samples in MP4 or MOV. */
  static final long MAGIC = 0x434c_4950_4944_5833L;

  /** Of samples in other containers, which may begin before 0, and may lie in packets. */
  static final long FOREIGN_MAGIC = MAGIC + 1;

  /** Position, length and checksum of the header, and the magic number. */
  static final int FOOTER_BYTES = 24;

  private final DataOutputStream out;
  private final ByteArrayOutputStream headerBytes = new ByteArrayOutputStream();
  private final DataOutputStream header = new DataOutputStream(headerBytes);

  SidecarWriter(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  void write(MasterIndex index) throws IOException {
    var packets = index.packets();
    if (index.video().samples().looksAtSamples()) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "the tables of the master are as short as an index");
    }
    header.writeUTF(index.identity());
    header.writeLong(index.sizeBytes());
    var movie = index.movie();
    bytes(movie.fileType());
    bytes(movie.header());
    Varints.write(header, movie.timescale());
    boxes(movie.kept());
    header.writeBoolean(index.timecode().isPresent());
    if (index.timecode().isPresent()) {
      var code = index.timecode().get();
      Varints.write(header, code.startCount());
      Varints.write(header, code.timescale());
      Varints.write(header, code.frameDuration());
      Varints.write(header, code.framesPerSecond());
      header.writeBoolean(code.dropFrame());
    }
    Varints.write(header, movie.tracks().size());
    if (movie.isForeign()) {
      packets(packets);
    }
    for (int i = 0; i < movie.tracks().size(); i++) {
      var track = movie.tracks().get(i);
      track(track);
      rows(track.samples(), movie.isForeign(), stream(packets, i));
    }
    long position = out.size();
    byte[] described = headerBytes.toByteArray();
    out.write(described);
    out.writeLong(position);
    out.writeInt(described.length);
    out.writeInt(checksum(described));
    out.writeLong(movie.isForeign() ? FOREIGN_MAGIC : MAGIC);
    out.flush();
  }

  /** Of a header. A block of samples carries its own, as all compressed data does. */
  static int checksum(byte[] header) {
    var checksum = new CRC32C();
    checksum.update(header);
    return (int) checksum.getValue();
  }

  private void track(Track track) throws IOException {
    Varints.write(header, track.number());
    header.writeUTF(track.kind().name());
    Varints.write(header, track.timescale());
    bytes(track.header());
    Varints.write(header, track.languageCode());
    edit(track.edit());
    var description = track.description();
    bytes(description.box());
    header.writeUTF(description.format());
    Varints.write(header, description.entries());
    Varints.write(header, description.entryOffset());
    Varints.write(header, description.entryBytes());
    boxes(track.inTrack());
    boxes(track.inMedia());
    boxes(track.inInformation());
    Varints.write(header, track.pcmFrameBytes());
    Varints.write(header, track.uniformBytes());
  }

  private void edit(Edit edit) throws IOException {
    Varints.write(header, edit.each().size());
    for (var each : edit.each()) {
      Varints.write(header, each.emptyMovieTicks());
      Varints.write(header, each.mediaTime());
      Varints.write(header, each.movieTicks());
    }
  }

  private void packets(Optional<Assembly> packets) throws IOException {
    header.writeBoolean(packets.isPresent());
    if (packets.isPresent()) {
      Varints.write(header, packets.get().format().stride());
      Varints.write(header, packets.get().sizeBytes());
    }
  }

  private Optional<PacketRows> stream(Optional<Assembly> packets, int track) throws IOException {
    if (packets.isEmpty()) {
      return Optional.empty();
    }
    var stream = packets.get().streams().get(track);
    Varints.write(header, stream.pid());
    header.writeUTF(stream.form().name());
    return Optional.of(new PacketRows(stream.pieces(), packets.get().format().stride()));
  }

  /** Where the samples of a track lie in packets of so many bytes. */
  private record PacketRows(Pieces pieces, int stride) {}

  /**
   * Writes the blocks of a track, and into the header what finds them.
   *
   * @param signed whether times may be below 0
   */
  private void rows(SampleTables samples, boolean signed, Optional<PacketRows> packets)
      throws IOException {
    List<long[]> blocks = new ArrayList<>();
    List<Integer> sync = new ArrayList<>();
    for (int first = 0; first < samples.count(); first += SampleBlock.SAMPLES) {
      int end = Math.min(samples.count(), first + SampleBlock.SAMPLES);
      var window = samples.window(first, end);
      blocks.add(new long[] {window.dts(first), out.size(), window.offset(first)});
      out.write(
          packets.isPresent()
              ? SampleBlock.encode(
                  window, packets.get().pieces().window(first, end), packets.get().stride())
              : SampleBlock.encode(window));
      for (int i = first; i < end && !samples.everySampleIsSync(); i++) {
        if (window.isSync(i)) {
          sync.add(i);
        }
      }
    }
    Varints.write(header, samples.count());
    Varints.write(header, samples.durationTicks());
    Varints.write(header, samples.constantDuration());
    header.writeBoolean(samples.everySampleIsSync());
    Varints.write(header, sync.size());
    int previousSync = 0;
    for (int index : sync) {
      Varints.write(header, index - previousSync);
      previousSync = index;
    }
    long[] previous = {0, 0, 0};
    for (long[] block : blocks) {
      if (signed) {
        Varints.writeSigned(header, block[0] - previous[0]);
      } else {
        Varints.write(header, block[0] - previous[0]);
      }
      Varints.write(header, block[1] - previous[1]);
      if (packets.isPresent()) {
        Varints.write(header, block[2] - previous[2]);
      }
      previous = block;
    }
    Varints.write(header, out.size() - previous[1]);
  }

  private void boxes(List<KeptBox> boxes) throws IOException {
    Varints.write(header, boxes.size());
    for (var box : boxes) {
      header.writeUTF(box.type());
      bytes(box.bytes());
    }
  }

  private void bytes(byte[] bytes) throws IOException {
    Varints.write(header, bytes.length);
    header.write(bytes);
  }
}
