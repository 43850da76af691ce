package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.h265.HevcConfiguration;
import clipdesk.cutter.h265.HevcNal;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The copied pictures of an H.265 clip: the first one proven to be an entry, and under which
 * parameter sets they stand.
 */
public final class HevcMiddle {
  /** Profiles of Dolby Vision whose base layer is a picture that anyone can look at. */
  private static final int DOLBY_VISION_COMPATIBLE = 8;

  /** 4K: an edge takes about 100 bytes for each pixel, and a function has 3 GB. */
  private static final long MOST_PIXELS_OF_TWO = 4096L * 2304;

  private final Track video;
  private final VideoPlan plan;
  private final RecentReads master;
  private final HevcConfiguration configuration;
  private final Optional<HevcSample> entry;

  private HevcMiddle(Track video, VideoPlan plan, RecentReads master) throws IOException {
    this.video = video;
    this.plan = plan;
    this.master = master;
    this.configuration =
        HevcConfiguration.parse(
            video
                .description()
                .config("hvcC")
                .orElseThrow(() -> new MalformedMasterException("stsd", -1, "has no hvcC")));
    this.entry =
        plan.copiesAnything() ? Optional.of(read(plan.entry())) : Optional.<HevcSample>empty();
    entry.ifPresent(this::requireEntry);
  }

  /**
   * @throws MalformedMasterException if the track has no configuration, or one that breaks its
   *     rules
   * @throws UnsupportedMasterException if decoding cannot start at the first copied picture
   */
  public static HevcMiddle of(Track video, VideoPlan plan, RecentReads master) throws IOException {
    return new HevcMiddle(video, plan, master);
  }

  private void requireEntry(HevcSample sample) {
    if (sample.pictureType() < 0) {
      throw new MalformedMasterException(
          MalformedMasterException.PICTURE,
          plan.samples().offset(plan.entry()),
          "sample %d holds no picture".formatted(plan.entry()));
    }
    if (!HevcNal.isEntry(sample.pictureType()) || !sample.isOfOneLayer()) {
      throw new UnsupportedMasterException(
          FallbackReason.ENTRY_POINT,
          "sync sample %d is of type %d".formatted(plan.entry(), sample.pictureType()));
    }
  }

  HevcSample read(int sample) throws IOException {
    var bytes = ByteBuffer.allocate(plan.samples().size(sample));
    master.read(plan.samples().offset(sample), bytes);
    return HevcSample.parse(bytes.array(), configuration.lengthBytes());
  }

  /** The first copied picture where it cannot stay as it is. */
  public Optional<byte[]> changedEntry() {
    return entry.flatMap(HevcSample::asEntry);
  }

  /** Parameter sets that copied pictures may use. */
  List<byte[]> parameterSets() {
    List<byte[]> sets = new ArrayList<>();
    for (int type = HevcNal.VPS; type <= HevcNal.PPS; type++) {
      sets.addAll(configuration.units(type));
    }
    entry.ifPresent(sample -> sets.addAll(sample.parameterSets()));
    return sets;
  }

  /** What the first copied picture, or the track, says of HDR. */
  List<byte[]> sequenceMessages() {
    var inSample =
        entry.map(sample -> HevcSei.only(sample.units(), HevcSei.OF_A_SEQUENCE)).orElse(List.of());
    return inSample.isEmpty()
        ? HevcSei.only(configuration.units(HevcNal.PREFIX_SEI), HevcSei.OF_A_SEQUENCE)
        : inSample;
  }

  /** Whether encoded pictures can stand beside those of the master. */
  boolean takesEdges() {
    return video
        .description()
        .config("dvcC")
        .or(() -> video.description().config("dvvC"))
        .map(box -> box.length > 2 && (box[2] & 0xff) >> 1 == DOLBY_VISION_COMPATIBLE)
        .orElse(true);
  }

  /** Whether two edges may be encoded at a time, each with pictures of its own in memory. */
  boolean isSmallEnoughForTwo() {
    var pictures = video.description();
    return (long) pictures.width() * pictures.height() <= MOST_PIXELS_OF_TWO;
  }

  /** A decoder of the master's own pictures that hides no damage. */
  public FrameDecoder strictDecoder(FrameDecoder.Consumer consumer) {
    return FrameDecoder.ofHevcStrictly(configuration.toBytes(), consumer);
  }

  /** A decoder of the master's own pictures. */
  FrameDecoder decoder(FrameDecoder.Consumer consumer) {
    return FrameDecoder.ofHevc(configuration.toBytes(), consumer);
  }

  /** Whether nothing before a sample is needed to decode it, or no picture is in it at all. */
  public boolean startsDecoding(byte[] sample) {
    int type = HevcSample.parse(sample, configuration.lengthBytes()).pictureType();
    return type < 0 || HevcNal.isEntry(type);
  }

  HevcConfiguration configuration() {
    return configuration;
  }

  VideoPlan plan() {
    return plan;
  }

  RecentReads master() {
    return master;
  }
}
