package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.KeptBox;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
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
  private static final int MAX_BOXES = 4096;

  private final ByteSource sidecar;
  private final ByteSource master;
  private final DataInputStream header;

  private SidecarReader(ByteSource sidecar, ByteSource master, byte[] header) {
    this.sidecar = sidecar;
    this.master = master;
    this.header = new DataInputStream(new ByteArrayInputStream(header));
  }

  /**
   * @throws StaleIndexException if it is no index, or not of this master
   */
  static Mp4Index open(ByteSource sidecar, ByteSource master) throws IOException {
    byte[] header = header(sidecar);
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
      return Mp4Index.of(
          described.movie(), master.identity(), master.sizeBytes(), described.timecode());
    } catch (ArithmeticException damage) {
      throw StaleIndexException.damaged(damage);
    }
  }

  /** What the header says, the tables left aside. */
  private record Described(Movie movie, Optional<Timecode> timecode) {}

  private static byte[] header(ByteSource sidecar) throws IOException {
    long size = sidecar.sizeBytes();
    var tail = ByteBuffer.allocate((int) Math.min(size, TAIL_BYTES));
    sidecar.read(size - tail.capacity(), tail);
    int footer = tail.capacity() - SidecarWriter.FOOTER_BYTES;
    if (footer < 0 || tail.getLong(footer + 16) != SidecarWriter.MAGIC) {
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
    return header;
  }

  private Described read() throws IOException {
    String identity = header.readUTF();
    long size = header.readLong();
    if (!identity.equals(master.identity()) || size != master.sizeBytes()) {
      throw new StaleIndexException(
          "The index describes %s, the master is %s".formatted(identity, master.identity()));
    }
    byte[] fileType = bytes();
    byte[] movieHeader = bytes();
    long timescale = Varints.read(header);
    var kept = boxes();
    Optional<Timecode> timecode = Optional.empty();
    if (header.readBoolean()) {
      timecode =
          Optional.of(
              new Timecode(
                  Varints.read(header),
                  Varints.read(header),
                  Varints.read(header),
                  number(Integer.MAX_VALUE),
                  header.readBoolean()));
    }
    int count = number(MAX_TRACKS);
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tracks.add(track());
    }
    var movie = new Movie(fileType, movieHeader, timescale, List.copyOf(tracks), kept);
    return new Described(movie, timecode);
  }

  private Track track() throws IOException {
    return new Track(
        (int) Varints.read(header),
        TrackKind.valueOf(header.readUTF()),
        Varints.read(header),
        bytes(),
        number(0xffff),
        edit(),
        description(),
        boxes(),
        boxes(),
        boxes(),
        number(Integer.MAX_VALUE),
        number(Integer.MAX_VALUE),
        tables());
  }

  private Edit edit() throws IOException {
    int count = number(MAX_EDITS);
    List<Edit> each = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      each.add(new Edit(Varints.read(header), Varints.read(header), Varints.read(header)));
    }
    if (each.isEmpty()) {
      throw new StaleIndexException("The cut index has a track without an edit");
    }
    return Edit.of(each);
  }

  private SampleDescription description() throws IOException {
    return new SampleDescription(
        bytes(),
        header.readUTF(),
        number(Integer.MAX_VALUE),
        number(Integer.MAX_VALUE),
        number(Integer.MAX_VALUE));
  }

  private SampleTables tables() throws IOException {
    int count = number(SampleTables.MAX_SAMPLES);
    long duration = Varints.read(header);
    long constant = Varints.read(header);
    boolean everySync = header.readBoolean();
    // A sync sample takes a byte at least and a block two: nothing is allocated for more.
    var sync = new int[number(Math.min(count, header.available()))];
    int index = 0;
    for (int i = 0; i < sync.length; i++) {
      index = Math.addExact(index, number(count));
      sync[i] = index;
    }
    int blocks = Math.ceilDiv(count, SampleBlock.SAMPLES);
    if (blocks > header.available() / 2) {
      throw new StaleIndexException(
          "The cut index is damaged: it has no %d blocks".formatted(blocks));
    }
    var dts = new long[blocks];
    var positions = new long[blocks + 1];
    for (int i = 0; i < blocks; i++) {
      dts[i] = Math.addExact(i == 0 ? 0 : dts[i - 1], number(Long.MAX_VALUE));
      positions[i] = position(i == 0 ? 0 : positions[i - 1]);
    }
    positions[blocks] = position(blocks == 0 ? 0 : positions[blocks - 1]);
    return new SidecarTables(
        sidecar,
        master.sizeBytes(),
        new SidecarTables.TrackRows(count, duration, constant, everySync, sync, dts, positions));
  }

  private List<KeptBox> boxes() throws IOException {
    int count = number(MAX_BOXES);
    List<KeptBox> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boxes.add(new KeptBox(header.readUTF(), bytes()));
    }
    return List.copyOf(boxes);
  }

  private byte[] bytes() throws IOException {
    var bytes = new byte[number(header.available())];
    header.readFully(bytes);
    return bytes;
  }

  /** Where a block is, as far behind the one before as the header says. */
  private long position(long before) throws IOException {
    return before + number(sidecar.sizeBytes() - before);
  }

  private int number(int max) throws IOException {
    return (int) number((long) max);
  }

  private long number(long max) throws IOException {
    long value = Varints.read(header);
    if (value < 0 || value > max) {
      throw new StaleIndexException("The cut index is damaged: %d is too large".formatted(value));
    }
    return value;
  }
}
