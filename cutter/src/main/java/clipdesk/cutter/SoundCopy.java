package clipdesk.cutter;

import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.index.TrackInfo;
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

/**
 * Copies a sound track of a master as it is, of whatever codec, on the timeline of the pictures and
 * without them.
 */
public final class SoundCopy {
  private SoundCopy() {}

  /**
   * Copies and publishes. Pictures are read only where they lie between packets that are fetched at
   * once.
   *
   * @param trackId such as {@code a1}
   * @return what was copied
   * @throws UnsupportedMasterException if it has no such track, or one that is silent or that no
   *     clip carries
   * @throws MalformedMasterException if the master contradicts itself
   */
  public static TrackInfo copy(String trackId, SampleIndex index, ByteSource master, ClipSink sink)
      throws IOException {
    var track =
        index.namedTracks().stream()
            .filter(it -> it.info().kind() == TrackInfo.Kind.AUDIO)
            .filter(it -> it.info().id().equals(trackId))
            .findFirst()
            .orElseThrow(() -> unsupported("there is no track " + trackId));
    try {
      var delivery =
          new StreamingOutput(index.movie(), List.of(whole(track, index)))
              .send(index.samplesOf(master), sink, Optional.empty(), _ -> {});
      sink.finish(delivery.sizeBytes());
      return track.info();
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
