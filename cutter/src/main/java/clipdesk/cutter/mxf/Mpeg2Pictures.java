package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mpeg2.CodedPicture;
import clipdesk.cutter.mpeg2.Sequence;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;

/** Pictures of MPEG-2 (XDCAM, IMX), one frame in each edit unit (SMPTE ST 381-1). */
final class Mpeg2Pictures implements PictureCoding {
  /** Sequence header, captions and all the rest in front of the slices. */
  private static final int HEADER_BYTES = 4096;

  /** Of an index entry: a sequence header, and what the picture refers to. */
  private static final int SEQUENCE = 0x40;

  private static final int REFERENCES = 0x30;

  private final CachedReader file;
  private final Sequence sequence;

  private Mpeg2Pictures(CachedReader file, Sequence sequence) {
    this.file = file;
    this.sequence = sequence;
  }

  /**
   * @param first the first picture
   * @throws UnsupportedMasterException if it is no entry
   */
  static Mpeg2Pictures of(CachedReader file, Klv first) throws IOException {
    var sequence =
        picture(file, first)
            .sequence()
            .orElseThrow(() -> MetadataSets.unsupported("MPEG-2 without a sequence header"));
    return new Mpeg2Pictures(file, sequence);
  }

  private static CodedPicture picture(CachedReader file, Klv klv) throws IOException {
    int length = (int) Math.min(HEADER_BYTES, klv.length());
    return CodedPicture.of(file.read(klv.valueAt(), length));
  }

  @Override
  public int roomBytes() {
    return 0;
  }

  @Override
  public Form form() {
    int[] pixel = sequence.pixel();
    byte[] description =
        NewDescription.mpeg2(
            sequence.width(),
            sequence.height(),
            sequence.profileAndLevel(),
            sequence.header(),
            pixel[0],
            pixel[1]);
    int shown = Math.toIntExact((long) sequence.width() * pixel[0] / pixel[1]);
    return new Form(description, shown, sequence.height());
  }

  @Override
  public boolean isEntry(int flags) {
    return (flags & (SEQUENCE | REFERENCES)) == SEQUENCE;
  }

  @Override
  public Looked look(Klv klv) throws IOException {
    var picture = picture(file, klv);
    if (picture.isRepeated()) {
      throw MetadataSets.unsupported("pictures that are shown for longer than others");
    }
    return new Looked(
        Math.toIntExact(klv.length()),
        picture.sequence().stream().allMatch(sequence::isRepeatedBy),
        picture.isEntry(),
        picture.startsGroup(),
        picture.order());
  }
}
