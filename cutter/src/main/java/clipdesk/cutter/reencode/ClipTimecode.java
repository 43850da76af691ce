package clipdesk.cutter.reencode;

import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.reencode.Reencoder.Job;
import java.util.Optional;

/** Labels of a clip's first frame and of the one behind its last. */
record ClipTimecode(String in, String out) {
  /** Empty if the master has no timecode. */
  static Optional<ClipTimecode> of(Job job, Demuxer master, Sources sources, FrameTimes times) {
    if (job.index().isPresent()) {
      var index = job.index().get();
      var cut = Sources.cut(index, times);
      return index
          .timecode()
          .map(
              code ->
                  new ClipTimecode(
                      code.label(cut.timecodeFrames(code)),
                      code.label(cut.timecodeFramesAtEnd(code))));
    }
    return found(master, sources.videoIndex())
        .map(
            code ->
                new ClipTimecode(
                    code.label(frames(times, 0, code)),
                    code.label(frames(times, times.frames(), code))));
  }

  /** The timecode that a container tells of its first picture. */
  static Optional<Timecode> found(Demuxer master, int video) {
    var rate = master.stream(video).avg_frame_rate();
    return Demuxer.tag(master.stream(video).metadata(), "timecode")
        .or(() -> master.fileTag("timecode"))
        .flatMap(label -> Timecode.parse(label, rate.num(), rate.den()));
  }

  /** Timecode counts frames of its own rate, whatever the distance of the pictures. */
  private static long frames(FrameTimes times, int frame, Timecode code) {
    var shown = new StreamTime(times.ticks()[frame] - times.first(), times.num(), times.den());
    return Math.round((double) shown.in(code.timescale()) / code.frameDuration());
  }
}
