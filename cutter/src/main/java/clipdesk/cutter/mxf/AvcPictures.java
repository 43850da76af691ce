package clipdesk.cutter.mxf;

import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Pictures of H.264 that stand alone (AVC-Intra and the like), one in each edit unit, as a byte
 * stream (SMPTE ST 381-3).
 */
final class AvcPictures implements PictureCoding {
  private static final double SAME_SHAPE = 0.01;

  /** What lengths of four bytes take more than start codes of three, for so many units. */
  private static final int ROOM_BYTES = 4096;

  private final CachedReader file;
  private final LocalSet.Rate aspect;
  private final AvcConfiguration configuration;
  private final ParameterSets sets;
  private final boolean mayHaveFields;

  private AvcPictures(CachedReader file, LocalSet.Rate aspect, AvcConfiguration configuration) {
    this.file = file;
    this.aspect = aspect;
    this.configuration = configuration;
    this.sets = configuration.parameterSets();
    this.mayHaveFields = sets.sps().values().stream().anyMatch(it -> !it.frameMbsOnly());
  }

  /**
   * @param first the first picture
   * @param aspect of a picture as it is shown, where the file says it
   * @throws UnsupportedMasterException if it brings no parameter sets: cameras may leave them out
   */
  static AvcPictures of(CachedReader file, Klv first, LocalSet.Rate aspect) throws IOException {
    return new AvcPictures(file, aspect, picture(file, first).configuration());
  }

  private static StreamedPicture picture(CachedReader file, Klv klv) throws IOException {
    int length = Math.toIntExact(klv.length());
    return StreamedPicture.of(file.read(klv.valueAt(), length), length);
  }

  @Override
  public int roomBytes() {
    return ROOM_BYTES;
  }

  @Override
  public Form form() {
    var shape = configuration.firstShape();
    int[] pixel = pixel(shape);
    byte[] description =
        NewDescription.h264(
            shape.width(), shape.height(), configuration.toBytes(), pixel[0], pixel[1]);
    int shown = Math.toIntExact((long) shape.width() * pixel[0] / pixel[1]);
    return new Form(description, shown, shape.height());
  }

  /** Parameter sets may leave it to the container that pixels are no squares. */
  private int[] pixel(Sps.Shape shape) {
    long width = (long) aspect.num() * shape.height();
    long height = (long) aspect.den() * shape.width();
    boolean square = shape.pixelWidth() == shape.pixelHeight();
    if (!square || !aspect.isPositive() || Math.abs((double) width / height - 1) < SAME_SHAPE) {
      return new int[] {shape.pixelWidth(), shape.pixelHeight()};
    }
    long common = BigInteger.valueOf(width).gcd(BigInteger.valueOf(height)).longValueExact();
    return new int[] {Math.toIntExact(width / common), Math.toIntExact(height / common)};
  }

  @Override
  public boolean isEntry(int flags) {
    return true;
  }

  @Override
  public Looked look(Klv klv) throws IOException {
    var picture = picture(file, klv);
    picture.requireOne();
    boolean known = picture.hasSetsOf(configuration);
    if (known && mayHaveFields) {
      Pictures.firstSlice(picture.unit(), sets);
    }
    if (known && Pictures.entry(picture.unit(), sets) == Pictures.Entry.NONE) {
      throw MetadataSets.unsupported("pictures of H.264 that refer to others");
    }
    if (picture.sampleBytes() > klv.length() + ROOM_BYTES) {
      throw MetadataSets.unsupported("a picture of very many units");
    }
    return new Looked(
        picture.sampleBytes(), known, /* isEntry= */ true, /* startsGroup= */ true, /* order= */ 0);
  }
}
