package clipdesk.cutter.smart;

import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.plan.OtherTracks;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.report.CutReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the tracks beside the video contribute to a clip.
 *
 * @param cuts by track of the master
 * @param dropped ids or kinds of tracks that are not in the clip although they were asked for
 */
record OtherTracksCut(
    Map<Track, ClipTrack> cuts,
    List<CutReport.Audio> audio,
    List<String> dropped,
    Optional<String> startTimecode,
    Optional<String> endTimecode) {
  private static final String OWN_TIMES = ": its texts carry times of the master";

  /**
   * @param asked ids of tracks; empty for all
   */
  static OtherTracksCut of(Set<String> asked, SampleIndex index, VideoPlan plan)
      throws IOException {
    var cutter =
        OtherTracks.of(index.movie(), index.video(), index.timeline(), plan.inPts(), plan.outPts());
    Map<Track, ClipTrack> cuts = new IdentityHashMap<>();
    List<CutReport.Audio> audio = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (var named : index.namedTracks()) {
      var info = named.info();
      boolean wanted = asked.isEmpty() || asked.contains(info.id());
      switch (info.kind()) {
        case AUDIO -> {
          if (wanted) {
            addSound(cutter, named, cuts, audio, dropped);
          }
        }
        case TEXT -> {
          if (OtherTracks.saysItsOwnTimes(named.track())) {
            dropped.add(info.id() + OWN_TIMES);
          } else {
            cutter.text(named.track()).ifPresent(cut -> cuts.put(named.track(), cut));
          }
        }
        case VIDEO -> {
          if (!named.track().equals(index.video()) && wanted) {
            boolean moving = named.track().samples().count() > 1;
            dropped.add(info.id() + (moving ? ": one video track is cut" : ": a single picture"));
          }
        }
      }
    }
    for (var track : index.movie().tracks()) {
      if (track.kind() == TrackKind.TIMECODE) {
        Optional<ClipTrack> cut =
            index.timecode().isEmpty()
                ? Optional.empty()
                : cutter.timecode(track, index.timecode().get());
        cut.ifPresentOrElse(
            found -> cuts.put(track, found), () -> dropped.add("timecode of unknown form"));
      } else if (track.kind() == TrackKind.OTHER) {
        dropped.add("track %d: %s".formatted(track.number(), track.description().format()));
      }
    }
    dropped.addAll(index.movie().droppedMetadata());
    return new OtherTracksCut(
        cuts,
        audio,
        dropped,
        index.timecode().map(code -> label(code, cutter.timecodeFrames(code))),
        index.timecode().map(code -> label(code, cutter.timecodeFramesAtEnd(code))));
  }

  private static String label(Timecode code, long frames) {
    return code.label(frames);
  }

  private static void addSound(
      OtherTracks cutter,
      NamedTrack named,
      Map<Track, ClipTrack> cuts,
      List<CutReport.Audio> audio,
      List<String> dropped)
      throws IOException {
    var info = named.info();
    var cut = cutter.sound(named.track());
    if (cut.isEmpty()) {
      dropped.add(info.id() + ": silent over the range");
      return;
    }
    cuts.put(named.track(), cut.get().track());
    audio.add(
        new CutReport.Audio(
            info.id(),
            info.codec(),
            info.language(),
            info.sampleRate(),
            cut.get().prerollPackets(),
            0));
  }

  /** All tracks of the clip in the order of the master. */
  List<ClipTrack> inOrder(Movie movie, ClipTrack video) {
    List<ClipTrack> tracks = new ArrayList<>();
    for (var track : movie.tracks()) {
      if (track.equals(video.source())) {
        tracks.add(video);
      } else if (cuts.containsKey(track)) {
        tracks.add(cuts.get(track));
      }
    }
    return tracks;
  }
}
