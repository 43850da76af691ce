package clipdesk.cutter.mpeg2;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The copied pictures of a clip of MPEG-2, the first one proven to be an entry: an I picture behind
 * a sequence header. Pictures that are shown before it are not copied, so nothing changes.
 *
 * @param sequence the header of the first one; empty if none is copied
 */
public record Mpeg2Middle(VideoPlan plan, RecentReads master, Optional<Sequence> sequence) {
  /**
   * @throws MalformedMasterException if the first sample holds no picture
   * @throws UnsupportedMasterException if decoding cannot start there
   */
  public static Mpeg2Middle of(VideoPlan plan, RecentReads master) throws IOException {
    if (!plan.copiesAnything()) {
      return new Mpeg2Middle(plan, master, Optional.empty());
    }
    var samples = plan.samples();
    var bytes = ByteBuffer.allocate(samples.size(plan.entry()));
    master.read(samples.offset(plan.entry()), bytes);
    return new Mpeg2Middle(plan, master, entry(bytes.array(), plan.entry()).sequence());
  }

  /**
   * @param index of the sample
   */
  static CodedPicture entry(byte[] sample, int index) {
    var picture = CodedPicture.of(sample);
    if (!picture.isEntry() || !picture.isFrame()) {
      throw new UnsupportedMasterException(
          FallbackReason.ENTRY_POINT,
          "sync sample %d is no whole I picture behind a sequence header".formatted(index));
    }
    return picture;
  }

  /** A decoder that hides no damage. */
  public FrameDecoder strictDecoder(FrameDecoder.Consumer consumer) {
    return FrameDecoder.ofMpeg2Strictly(consumer);
  }

  /** Whether nothing before a sample is needed to decode it. */
  public boolean startsDecoding(byte[] sample) {
    return CodedPicture.of(sample).isEntry();
  }
}
