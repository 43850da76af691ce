package clipdesk.cutter.matroska;

import clipdesk.cutter.foreign.AacLc;
import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.foreign.SoundSamples;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/** A track of sound as one of an MP4. */
record Sounds(TrackEntry entry, Frames frames, long ticksPerSecond, long zeroTicks) {
  private static final double NANOS = 1e9;

  /**
   * @throws UnsupportedMasterException if it is not AAC as it is
   */
  Track track() {
    var coding = coding();
    long delay = Math.round(entry.codecDelayNanos * coding.rate() / NANOS);
    var samples =
        new SoundSamples(frames, ticksPerSecond, zeroTicks, coding.rate(), AacLc.SAMPLES).list();
    return NewMovie.sound(entry.number, coding.rate(), entry.language)
        .holding(coding.description(entry.channels), samples, delay);
  }

  private AacLc coding() {
    if (entry.encoded || !entry.codec.equals("A_AAC")) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "sound of " + entry.codec + " in Matroska");
    }
    return AacLc.of(entry.codecPrivate);
  }
}
