package clipdesk.cutter;

import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.output.StreamingOutput;
import clipdesk.cutter.plan.OtherTracks;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Copies a sound track of a master as it is, on the timeline of the pictures, without them. */
public final class SoundCopy {
  private static final String AAC = "aac";

  private SoundCopy() {}

  /**
   * Copies and publishes. Pictures are read only where they lie between packets that are fetched at
   * once.
   *
   * @param trackId such as {@code a1}
   * @return the size in bytes
   * @throws UnsupportedMasterException if it has no such track, or one that is not AAC or silent
   * @throws MalformedMasterException if the master contradicts itself
   */
  public static long copy(String trackId, SampleIndex index, ByteSource master, ClipSink sink)
      throws IOException {
    var track =
        index.namedTracks().stream()
            .filter(it -> it.info().id().equals(trackId))
            .findFirst()
            .orElseThrow(() -> unsupported("there is no track " + trackId));
    if (!track.info().codec().equals(AAC)) {
      throw unsupported("%s is %s, not AAC".formatted(trackId, track.info().codec()));
    }
    try {
      var delivery =
          new StreamingOutput(index.movie(), List.of(whole(track, index)))
              .send(index.samplesOf(master), sink, Optional.empty(), _ -> {});
      sink.finish(delivery.sizeBytes());
      return delivery.sizeBytes();
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    }
  }

  private static ClipTrack whole(NamedTrack track, SampleIndex index) throws IOException {
    var timeline = index.timeline();
    var cutter =
        OtherTracks.of(
            index.movie(),
            index.video(),
            timeline,
            timeline.pts(0),
            timeline.pts(timeline.frames()));
    return cutter
        .sound(track.track())
        .orElseThrow(() -> unsupported(track.info().id() + " is silent"))
        .track();
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.SOUND_CODEC, why);
  }
}
