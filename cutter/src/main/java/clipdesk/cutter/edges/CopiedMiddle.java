package clipdesk.cutter.edges;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The copied pictures of an H.264 clip as its edges see them: under which parameter sets they
 * stand, whether decoding starts at the first one as it is, and which {@code idr_pic_id} an edge
 * beside them must not have. What is found here decides everything that follows.
 */
public final class CopiedMiddle {
  /** From 7 to 14 the code takes seven bits, which keeps data behind a longer header in place. */
  private static final int OPEN_ENTRY_IDR_ID = 7;

  private final VideoPlan plan;
  private final RecentReads master;
  private final AvcConfiguration configuration;
  private final Optional<AccessUnit> entry;
  private final boolean open;
  private final int entryIdrId;

  private CopiedMiddle(Track video, VideoPlan plan, RecentReads master) throws IOException {
    this.plan = plan;
    this.master = master;
    this.configuration =
        AvcConfiguration.parse(
            video
                .description()
                .config("avcC")
                .orElseThrow(() -> new MalformedMasterException("stsd", -1, "avc1 without avcC")));
    this.entry =
        plan.copiesAnything() ? Optional.of(read(plan.entry())) : Optional.<AccessUnit>empty();
    this.open = entry.isPresent() && isOpen(entry.get(), video.samples().everySampleIsSync());
    this.entryIdrId = entry.isEmpty() || open ? OPEN_ENTRY_IDR_ID : idrId(entry.get());
  }

  /**
   * Looks at the first copied picture, if there is one.
   *
   * @throws MalformedMasterException if the track has no configuration, or one that breaks its
   *     rules
   * @throws UnsupportedMasterException if decoding cannot start at the first copied picture
   */
  public static CopiedMiddle of(Track video, VideoPlan plan, RecentReads master)
      throws IOException {
    return new CopiedMiddle(video, plan, master);
  }

  private boolean isOpen(AccessUnit sample, boolean everySampleIsSync) {
    Pictures.requireKnownSets(sample, configuration);
    return switch (Pictures.entry(sample, configuration.parameterSets())) {
      case IDR -> false;
      case RECOVERY_POINT -> true;
      case INTRA -> {
        if (everySampleIsSync) {
          yield true;
        }
        throw noEntry();
      }
      case NONE -> throw noEntry();
    };
  }

  private UnsupportedMasterException noEntry() {
    return new UnsupportedMasterException(
        FallbackReason.ENTRY_POINT,
        "sync sample %d is neither IDR nor a recovery point".formatted(plan.entry()));
  }

  /** Whether the first copied picture has to be made an IDR picture, and those behind it follow. */
  public boolean isOpen() {
    return open;
  }

  /** {@code idr_pic_id} that the first copied picture has, or that it is given. */
  public int entryIdrId() {
    return entryIdrId;
  }

  /** {@code idr_pic_id} of the last copied IDR picture. */
  int lastIdrId() throws IOException {
    var samples = plan.samples();
    for (int i = plan.copyEnd() - 1; i >= Math.max(plan.entry(), 0); i--) {
      if (plan.isCopied(i) && samples.isSync(i)) {
        var sample = i == plan.entry() ? entry.orElseThrow() : read(i);
        var header = Pictures.firstSlice(sample, configuration.parameterSets());
        if (header.isIdr()) {
          return header.numbers().idrPicId();
        }
      }
    }
    return entryIdrId;
  }

  /** A decoder of the master's own pictures that hides no damage. */
  public FrameDecoder strictDecoder(FrameDecoder.Consumer consumer) {
    return FrameDecoder.ofH264Strictly(configuration.toBytes(), consumer);
  }

  /** Whether nothing before a sample is needed to decode it. */
  public boolean startsDecoding(byte[] sample) {
    var unit = AccessUnit.parse(sample, configuration.lengthBytes());
    return Pictures.entry(unit, configuration.parameterSets()) == Pictures.Entry.IDR;
  }

  private int idrId(AccessUnit sample) {
    return Pictures.firstSlice(sample, configuration.parameterSets()).numbers().idrPicId();
  }

  private AccessUnit read(int sample) throws IOException {
    var bytes = ByteBuffer.allocate(plan.samples().size(sample));
    master.read(plan.samples().offset(sample), bytes);
    return AccessUnit.parse(bytes.array(), configuration.lengthBytes());
  }

  /** The master's own. */
  public AvcConfiguration configuration() {
    return configuration;
  }

  VideoPlan plan() {
    return plan;
  }

  RecentReads master() {
    return master;
  }
}
