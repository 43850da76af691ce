package clipdesk.cutter.testmedia;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.OtherTracks;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.plan.VideoPlanner;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The index of a master and the plans of a few ranges as text. Sizes and places of samples are left
 * out, and so is what encoders write: they may differ from one processor to the next.
 */
public final class IndexDump {
  private final StringBuilder text = new StringBuilder();

  private IndexDump() {}

  /** One fact a line; a refusal if there is no index. */
  public static String of(ByteSource master) throws IOException {
    var dump = new IndexDump();
    try {
      dump.index(MasterIndexReader.read(master));
    } catch (UnsupportedMasterException unsupported) {
      dump.line("refused: %s", unsupported.reason());
    } catch (MalformedMasterException malformed) {
      dump.line("refused: %s", malformed.getMessage());
    }
    return dump.text.toString();
  }

  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }

  private void index(MasterIndex index) throws IOException {
    line(
        "%d frames, %d ms, rate %s, timecode %s",
        index.frames(),
        index.durationMs(),
        index.constantFrameRate().map(Object::toString).orElse("varies"),
        index.startTimecode().orElse("none"));
    for (var track : index.movie().tracks()) {
      track(track);
    }
    long frames = index.frames();
    plan(index, new FrameRange(0, frames));
    plan(index, new FrameRange(0, 1));
    plan(index, new FrameRange(37, 38));
    plan(index, new FrameRange(37, 207));
    plan(index, new FrameRange(frames - 20, frames));
  }

  private void track(Track track) throws IOException {
    line(
        "track %d: %s %s, timescale %d, edit %d %d %d, pcm %d",
        track.number(),
        track.kind(),
        track.description().format(),
        track.timescale(),
        track.edit().emptyMovieTicks(),
        track.edit().mediaTime(),
        track.edit().movieTicks(),
        track.pcmFrameBytes());
    var samples = track.samples().window(0, track.samples().count());
    line(
        "  %d samples, %d ticks, constant %d, all sync %s, times and sync samples %08x",
        track.samples().count(),
        track.samples().durationTicks(),
        track.samples().constantDuration(),
        track.samples().everySampleIsSync(),
        checksum(samples));
    for (int i : List.of(0, 1, 2, samples.end() - 1)) {
      if (i >= 0 && i < samples.end()) {
        line(
            "  sample %d: dts %d, pts %d, lasts %d%s",
            i,
            samples.dts(i),
            samples.pts(i),
            samples.duration(i),
            samples.isSync(i) ? ", sync" : "");
      }
    }
  }

  private static long checksum(SampleWindow samples) {
    var checksum = new CRC32();
    var row = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + 1);
    for (int i = samples.first(); i < samples.end(); i++) {
      row.clear().putLong(samples.dts(i)).putLong(samples.pts(i)).putInt(samples.duration(i));
      row.put((byte) (samples.isSync(i) ? 1 : 0)).flip();
      checksum.update(row);
    }
    return checksum.getValue();
  }

  private void plan(SampleIndex index, FrameRange range) throws IOException {
    line("[%d, %d)", range.in(), range.out());
    try {
      var plan = new VideoPlanner(index.video().samples(), index.timeline()).plan(range);
      line(
          "  pts [%d, %d), copied %d of samples [%d, %d)",
          plan.inPts(), plan.outPts(), plan.copiedFrames(), plan.entry(), plan.copyEnd());
      plan.head().ifPresent(edge -> line("  head %s", edge(edge)));
      plan.tail().ifPresent(edge -> line("  tail %s", edge(edge)));
      var others =
          OtherTracks.of(
              index.movie(), index.video(), index.timeline(), plan.inPts(), plan.outPts());
      for (var named : index.namedTracks()) {
        if (named.track().kind() == clipdesk.cutter.mp4.TrackKind.AUDIO) {
          others
              .sound(named.track())
              .ifPresent(
                  sound ->
                      line(
                          "  %s %s, preroll %d",
                          named.info().id(), cut(sound.track()), sound.prerollPackets()));
        }
      }
    } catch (UnsupportedMasterException unsupported) {
      line("  refused: %s", unsupported.reason());
    }
  }

  private static String edge(VideoPlan.Edge edge) {
    return "%d frames of pts [%d, %d), decoded from samples [%d, %d)"
        .formatted(
            edge.frames(), edge.fromPts(), edge.toPts(), edge.decodeFrom(), edge.decodeEnd());
  }

  private static String cut(ClipTrack track) {
    return "%d samples, %d ticks, gap %d, from %d, shown %d"
        .formatted(
            track.samples().count(),
            track.samples().ticks(),
            track.gapTicks(),
            track.mediaTime(),
            track.shownTicks());
  }
}
