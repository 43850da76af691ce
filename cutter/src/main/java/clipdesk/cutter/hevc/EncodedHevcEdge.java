package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.FrameEncoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.h264.AccessUnitWriter;
import clipdesk.cutter.h264.AnnexB;
import clipdesk.cutter.h265.HevcConfiguration;
import clipdesk.cutter.h265.HevcNal;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pictures of an edge as the encoder wrote them.
 *
 * @param headers the encoder's parameter sets, as a byte stream
 * @param beside what the master's pictures say beside their pixels, by time
 * @param masters what each frame should show, by its time
 */
record EncodedHevcEdge(
    List<FrameEncoder.Picture> pictures,
    byte[] headers,
    Map<Long, Beside> beside,
    Map<Long, Thumbnail> masters) {

  /** Units of a master's picture that stand before and behind its slices. */
  record Beside(List<byte[]> before, List<byte[]> behind) {
    private static final Beside NOTHING = new Beside(List.of(), List.of());
  }

  /**
   * As samples of the clip's stream.
   *
   * @param clip the configuration of the clip so far
   * @throws UnsupportedMasterException if the edge needs sets that differ from those of the clip
   * @throws VerificationFailedException if a frame does not decode to what it should show
   */
  HevcEdge join(HevcMiddle middle, HevcConfiguration clip) {
    var sets = EdgeSets.of(headers, middle.parameterSets());
    List<EdgeSample> samples = new ArrayList<>();
    for (var picture : pictures) {
      var sample = new AccessUnitWriter(clip.lengthBytes(), picture.stream().length + 64);
      if (samples.isEmpty()) {
        middle.sequenceMessages().forEach(sample::add);
      }
      add(picture, sets, sample);
      samples.add(new EdgeSample(sample.toBytes(), picture.pts()));
    }
    return new HevcEdge(samples, with(clip, sets), masters);
  }

  private void add(FrameEncoder.Picture picture, EdgeSets sets, AccessUnitWriter sample) {
    var said = beside.getOrDefault(picture.pts(), Beside.NOTHING);
    said.before().forEach(sample::add);
    for (byte[] unit : AnnexB.units(picture.stream())) {
      if (HevcNal.isSlice(HevcNal.type(unit[0]))) {
        sample.add(HevcSample.withPps(unit, sets.ppsId()));
      }
    }
    said.behind().forEach(sample::add);
  }

  private static HevcConfiguration with(HevcConfiguration clip, EdgeSets sets) {
    var joined = clip;
    for (byte[] unit : List.of(sets.vps(), sets.sps(), sets.pps())) {
      if (!joined.contains(unit)) {
        if (joined.units(HevcNal.type(unit[0])).stream()
            .anyMatch(known -> EdgeSets.id(known) == EdgeSets.id(unit))) {
          throw new UnsupportedMasterException(
              FallbackReason.SPS_DIFFERS, "head and tail need sets that differ");
        }
        joined = joined.with(unit, sets.level());
      }
    }
    return joined;
  }
}
