package clipdesk.cutter.reencode;

import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.reencode.Reencoder.Job;
import java.io.IOException;
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
    return Tags.find(master.stream(video).metadata(), "timecode")
        .or(() -> master.fileTag("timecode"))
        .flatMap(label -> Timecode.parse(label, rate.num(), rate.den()));
  }

  /** A track that counts from the clip's first frame, for a master that has no such track. */
  static Optional<ClipTrack> track(
      Demuxer master, int video, FrameTimes times, int number, EncodedOutput output)
      throws IOException {
    var found = found(master, video);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var code = found.get();
    long first = frames(times, 0, code);
    long ticks = (frames(times, times.frames(), code) - first) * code.frameDuration();
    var bytes = new byte[4];
    Bytes.put32(bytes, 0, code.startCount() + first);
    var samples = new SampleList();
    output.write(samples, bytes, Math.toIntExact(ticks), 0, true);
    return Optional.of(
        new ClipTrack(
            NewMovie.timecode(number, code),
            NewDescription.timecode(code),
            samples,
            0,
            0,
            ticks,
            0));
  }

  /** Timecode counts frames of its own rate, whatever the distance of the pictures. */
  private static long frames(FrameTimes times, int frame, Timecode code) {
    var shown = new StreamTime(times.ticks()[frame] - times.first(), times.num(), times.den());
    return Math.round((double) shown.in(code.timescale()) / code.frameDuration());
  }
}
