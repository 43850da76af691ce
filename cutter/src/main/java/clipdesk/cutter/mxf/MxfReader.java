package clipdesk.cutter.mxf;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the tables of an MXF file: which tracks it plays, and where the edit units lie. Of the
 * essence it reads the first and the last unit; the tables look at the others when they are asked.
 */
public final class MxfReader {
  private static final int KEY = 16;
  private static final int MILLE = 1000;

  private static final int PICTURE_CODING = 0x3201;
  private static final int ASPECT = 0x320e;
  private static final int SOUND_CODING = 0x3d06;
  private static final int SOUND_RATE = 0x3d03;
  private static final int CHANNELS = 0x3d07;
  private static final int QUANTIZATION = 0x3d01;
  private static final int BLOCK_BYTES = 0x3d0a;

  private static final long OP1A = 0x0d010201_01010000L;
  private static final long H264 = 0x04010202_01300000L;
  private static final long MPEG2 = 0x04010202_01000000L;
  private static final long UNCOMPRESSED = 0x04020201_00000000L;
  private static final long UNDEFINED = 0x04020201_7f000000L;

  private final CachedReader file;
  private final List<Partition> partitions;
  private final Tracks tracks;
  private final EditUnits units;
  private final PictureCoding coding;
  private final MasterLayout layout;

  private MxfReader(CachedReader file) throws IOException {
    this.file = file;
    this.partitions = Partition.all(file);
    if (!partitions.getFirst().pattern().isLabel(OP1A, ~0xffffL)) {
      throw MetadataSets.unsupported("an MXF file of another pattern than OP1a");
    }
    this.tracks = Tracks.of(MetadataSets.read(file, partitions));
    var picture = tracks.picture();
    this.units = EditUnits.of(file, partitions, tracks, picture.duration());
    this.coding = coding(picture);
    this.layout = new MasterLayout(units, picture.number(), coding.roomBytes());
  }

  /**
   * @param timecode of the material package
   * @param assembly makes of the file what offsets of {@code movie} count in, where that is
   *     something else
   */
  public record Samples(
      Movie movie, Optional<Timecode> timecode, Optional<UnaryOperator<ByteSource>> assembly) {}

  public static boolean isMxf(CachedReader file) throws IOException {
    return file.sizeBytes() > KEY && Key.of(file.read(0, KEY), 0).isPartition();
  }

  /**
   * @throws UnsupportedMasterException if it is of a kind that is not listed here
   * @throws MalformedMasterException if what it says of itself does not fit together
   */
  public static Samples read(CachedReader file) throws IOException {
    return new MxfReader(file).read();
  }

  private Samples read() throws IOException {
    List<Track> found = new ArrayList<>();
    int number = 1;
    for (var each : tracks.essence()) {
      found.add(each.isPicture() ? pictures(each, number) : sound(each, number));
      number++;
    }
    if (tracks.timecode().isPresent()) {
      var code = tracks.timecode().get();
      found.add(NewMovie.timecode(number, code));
    }
    return new Samples(
        NewMovie.foreign(found, tracks.dropped()).with(NewMovie.quickTimeType()),
        tracks.timecode(),
        coding.roomBytes() == 0
            ? Optional.empty()
            : Optional.of(source -> new LengthPrefixedSource(source, layout)));
  }

  private Track pictures(Tracks.Essence track, int number) throws IOException {
    int factor = track.rate().den() == 1 ? MILLE : 1;
    var samples =
        new PictureTables(file, layout, coding, Math.multiplyExact(track.rate().den(), factor));
    var form = coding.form();
    long timescale = (long) track.rate().num() * factor;
    return NewMovie.video(number, timescale, "und", new int[0], form.width(), form.height())
        .holding(form.description(), samples, samples.mediaTime());
  }

  private PictureCoding coding(Tracks.Essence track) throws IOException {
    var label = track.form().key(PICTURE_CODING).orElse(new Key(0, 0));
    var first = ContentPackage.read(file::read, units.start(0), units.end(0));
    if (label.isLabel(H264, ~0x0fffffL)) {
      return AvcPictures.of(file, first.require(track.number()), track.form().rate(ASPECT));
    }
    if (label.isLabel(MPEG2, ~0xffffffL)) {
      return Mpeg2Pictures.of(file, first.require(track.number()));
    }
    throw MetadataSets.unsupported("pictures of another codec in MXF");
  }

  private Track sound(Tracks.Essence track, int number) throws IOException {
    var form = track.form();
    var rate = form.rate(SOUND_RATE);
    int channels = form.integer(CHANNELS);
    int bytes = form.integer(QUANTIZATION) / Byte.SIZE;
    boolean plain =
        form.key(SOUND_CODING).stream()
            .allMatch(it -> it.isLabel(UNCOMPRESSED) || it.isLabel(UNDEFINED));
    boolean usual =
        rate.den() == 1
            && rate.num() > 0
            && channels > 0
            && form.integer(QUANTIZATION) % Byte.SIZE == 0
            && (bytes == 2 || bytes == 3)
            && form.integer(BLOCK_BYTES) == channels * bytes;
    var picture = tracks.picture();
    boolean whole =
        Math.abs(track.seconds() - picture.seconds()) * picture.rate().num() < picture.rate().den();
    if (!plain || !usual || !whole) {
      throw MetadataSets.unsupported("sound of another form in MXF");
    }
    var frames = BigInteger.valueOf((long) rate.num() * picture.rate().den());
    var period = BigInteger.valueOf(picture.rate().num());
    var common = frames.gcd(period);
    var samples =
        SoundTables.of(
            file,
            layout,
            track.number(),
            channels * bytes,
            period.divide(common).longValueExact(),
            frames.divide(common).longValueExact());
    return NewMovie.sound(number, rate.num(), "und")
        .holdingChunks(NewDescription.pcm(channels, rate.num(), bytes), samples, channels * bytes);
  }
}
