package clipdesk.cutter.reencode;

import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.OtherTracks;
import clipdesk.cutter.reencode.Reencoder.Job;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * The streams that a clip is made of, and what else was asked for. Streams are known by their
 * number, because the demuxer may have to start again.
 *
 * @param videoIndex the one that {@code v1} names
 * @param sounds in the order of the file
 * @param dropped what is not in the clip although it was asked for
 */
record Sources(int videoIndex, List<Sound> sounds, List<String> dropped) {
  /**
   * A sound stream.
   *
   * @param id {@code a1} and so on
   * @param in the clip's start on the stream's own clock
   * @param out the clip's end
   * @param track of the master's index, if it has one
   */
  record Sound(
      int index,
      String id,
      String language,
      StreamTime in,
      StreamTime out,
      Optional<Track> track) {}

  AVStream video(Demuxer master) {
    return master.stream(videoIndex);
  }

  static int videoIndex(Demuxer master, Optional<SampleIndex> index) {
    return master.videos().stream()
        .filter(stream -> index.isEmpty() || stream.id() == index.get().video().number())
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedMasterException(
                    FallbackReason.VIDEO_CODEC, "no video that can be decoded"))
        .index();
  }

  static Sources of(Demuxer master, Job job, FrameTimes times) {
    int video = videoIndex(master, job.index());
    List<String> dropped = new ArrayList<>();
    int number = 0;
    for (var stream : master.videos()) {
      number++;
      if (stream.index() != video && wants(job, "v" + number)) {
        dropped.add("v%d: one video track is encoded".formatted(number));
      }
    }
    if (job.index().isEmpty()) {
      dropped.addAll(master.others());
    }
    var sounds = job.index().isPresent() ? known(master, job, times) : found(master, job, times);
    return new Sources(video, sounds, dropped);
  }

  private static boolean wants(Job job, String id) {
    return job.tracks().isEmpty() || job.tracks().contains(id);
  }

  private static List<Sound> found(Demuxer master, Job job, FrameTimes times) {
    List<Sound> sounds = new ArrayList<>();
    int number = 0;
    for (var stream : master.sounds()) {
      var id = "a" + ++number;
      if (wants(job, id)) {
        var said = Tags.find(stream.metadata(), "language").orElse("und");
        var language = TrackInfo.languageTag(said);
        sounds.add(
            new Sound(stream.index(), id, language, times.in(), times.out(), Optional.empty()));
      }
    }
    return sounds;
  }

  /** Names, languages and edit lists as in the index, which callers know. */
  private static List<Sound> known(Demuxer master, Job job, FrameTimes times) {
    var index = job.index().orElseThrow();
    var cut = cut(index, times);
    List<Sound> sounds = new ArrayList<>();
    for (var named : index.namedTracks()) {
      for (var stream : master.sounds()) {
        if (stream.id() == named.track().number() && wants(job, named.info().id())) {
          sounds.add(sound(stream, named, cut.span(named.track())));
        }
      }
    }
    return sounds;
  }

  private static Sound sound(AVStream stream, NamedTrack named, OtherTracks.Span span) {
    long timescale = named.track().timescale();
    return new Sound(
        stream.index(),
        named.info().id(),
        named.info().language(),
        new StreamTime(span.from(), 1, timescale),
        new StreamTime(span.to(), 1, timescale),
        Optional.of(named.track()));
  }

  static OtherTracks cut(SampleIndex index, FrameTimes times) {
    long in = times.ticks()[0];
    long out = times.ticks()[times.frames()];
    return OtherTracks.of(index.movie(), index.video(), index.timeline(), in, out);
  }
}
