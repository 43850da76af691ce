package clipdesk.cutter.matroska;

import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.foreign.PictureSamples;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/** A track of pictures as one of an MP4. */
record Pictures(TrackEntry entry, Frames frames, long ticksPerSecond, long zeroTicks) {

  /**
   * @throws UnsupportedMasterException if it is neither H.264 nor H.265 as it is
   */
  Track track() {
    byte[] description = description();
    var samples = new PictureSamples(frames, ticksPerSecond, zeroTicks, entry.defaultDurationNanos);
    var track =
        NewMovie.video(
            entry.number,
            samples.timescale(),
            entry.language,
            new int[0],
            shownWidth(),
            entry.height);
    return samples.in(track, description);
  }

  private int shownWidth() {
    int[] shape = entry.pixelShape();
    return Math.toIntExact((long) entry.width * shape[0] / shape[1]);
  }

  private byte[] description() {
    if (entry.encoded) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "the frames of a track are compressed or shortened");
    }
    int[] shape = entry.pixelShape();
    return switch (entry.codec) {
      case "V_MPEG4/ISO/AVC" ->
          NewDescription.h264(entry.width, entry.height, entry.codecPrivate, shape[0], shape[1]);
      case "V_MPEGH/ISO/HEVC" ->
          NewDescription.h265(entry.width, entry.height, entry.codecPrivate, shape[0], shape[1]);
      default ->
          throw new UnsupportedMasterException(
              FallbackReason.CONTAINER, "pictures of " + entry.codec + " in Matroska");
    };
  }
}
