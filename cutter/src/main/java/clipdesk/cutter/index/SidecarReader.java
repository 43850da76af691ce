package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the header of a cut index; sample blocks are read when they are needed. */
final class SidecarReader {
  /** Holds the header of most indexes, so that opening one costs one read. */
  private static final int TAIL_BYTES = 16 << 10;

  private static final int MAX_TRACKS = 128;
  private static final int MAX_EDITS = 1025;

  private final ByteSource sidecar;
  private final ByteSource master;
  private final boolean foreign;
  private final HeaderInput header;

  private SidecarReader(ByteSource sidecar, ByteSource master, Header found) {
    this.sidecar = sidecar;
    this.master = master;
    this.foreign = found.foreign();
    this.header = new HeaderInput(found.bytes());
  }

  /**
   * @throws StaleIndexException if it is no index, or not of this master
   */
  static Mp4Index open(ByteSource sidecar, ByteSource master) throws IOException {
    var header = header(sidecar);
    Described described;
    try {
      described = new SidecarReader(sidecar, master, header).read();
    } catch (IOException
        | IllegalArgumentException
        | ArithmeticException
        | MalformedMasterException damage) {
      // The header is in memory: nothing failed but to make sense of it.
      throw StaleIndexException.damaged(damage);
    }
    try {
      var index =
          Mp4Index.of(
              described.movie(), master.identity(), master.sizeBytes(), described.timecode());
      return described.assembly().map(index::assembledBy).orElse(index);
    } catch (ArithmeticException damage) {
      throw StaleIndexException.damaged(damage);
    }
  }

  /** What the header says, the tables left aside. */
  private record Described(
      Movie movie, Optional<Timecode> timecode, Optional<KeptAssembly> assembly) {}

  /**
   * @param foreign whether it has the form for other containers than MP4
   */
  private record Header(boolean foreign, byte[] bytes) {}

  private static Header header(ByteSource sidecar) throws IOException {
    long size = sidecar.sizeBytes();
    var tail = ByteBuffer.allocate((int) Math.min(size, TAIL_BYTES));
    sidecar.read(size - tail.capacity(), tail);
    int footer = tail.capacity() - SidecarWriter.FOOTER_BYTES;
    long magic = footer < 0 ? 0 : tail.getLong(footer + 16);
    if (magic != SidecarWriter.MAGIC && magic != SidecarWriter.FOREIGN_MAGIC) {
      throw new StaleIndexException("This is no cut index of this version");
    }
    long position = tail.getLong(footer);
    int length = tail.getInt(footer + 8);
    if (length < 0 || position < 0 || position != size - SidecarWriter.FOOTER_BYTES - length) {
      throw new StaleIndexException("The cut index is damaged");
    }
    var header = new byte[length];
    if (length <= footer) {
      tail.get(footer - length, header);
    } else {
      sidecar.read(position, ByteBuffer.wrap(header));
    }
    if (SidecarWriter.checksum(header) != tail.getInt(footer + 12)) {
      throw new StaleIndexException("The cut index is damaged");
    }
    return new Header(magic == SidecarWriter.FOREIGN_MAGIC, header);
  }

  private Described read() throws IOException {
    String identity = header.text();
    long size = header.eightBytes();
    if (!identity.equals(master.identity()) || size != master.sizeBytes()) {
      throw new StaleIndexException(
          "The index describes %s, the master is %s".formatted(identity, master.identity()));
    }
    byte[] fileType = header.bytes();
    byte[] movieHeader = header.bytes();
    long timescale = header.varint();
    var kept = header.boxes();
    Optional<Timecode> timecode = Optional.empty();
    if (header.truth()) {
      timecode =
          Optional.of(
              new Timecode(
                  header.varint(),
                  header.varint(),
                  header.varint(),
                  header.number(Integer.MAX_VALUE),
                  header.truth()));
    }
    int count = header.number(MAX_TRACKS);
    var rows = new SidecarRows(sidecar, master, header, foreign);
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tracks.add(track(rows));
    }
    var movie = new Movie(fileType, movieHeader, timescale, List.copyOf(tracks), kept);
    return new Described(movie, timecode, rows.assembly());
  }

  private Track track(SidecarRows rows) throws IOException {
    return new Track(
        (int) header.varint(),
        TrackKind.valueOf(header.text()),
        header.varint(),
        header.bytes(),
        header.number(0xffff),
        edit(),
        description(),
        header.boxes(),
        header.boxes(),
        header.boxes(),
        header.number(Integer.MAX_VALUE),
        header.number(Integer.MAX_VALUE),
        rows.next());
  }

  private Edit edit() throws IOException {
    int count = header.number(MAX_EDITS);
    List<Edit> each = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      each.add(new Edit(header.varint(), header.varint(), header.varint()));
    }
    if (each.isEmpty()) {
      throw new StaleIndexException("The cut index has a track without an edit");
    }
    return Edit.of(each);
  }

  private SampleDescription description() throws IOException {
    return new SampleDescription(
        header.bytes(),
        header.text(),
        header.number(Integer.MAX_VALUE),
        header.number(Integer.MAX_VALUE),
        header.number(Integer.MAX_VALUE));
  }
}
