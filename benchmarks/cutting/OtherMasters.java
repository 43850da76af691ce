import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Masters as people have them beside H.264 in MP4, of which every frame was once encoded: each cut
 * by the engine, by FFmpeg's stream copy, and by that re-encode.
 */
final class OtherMasters {
  private static final int PHONE_RATE = 60;
  private static final int PHONE_CLIP_FRAMES = 60 * PHONE_RATE;
  private static final int PHONE_REENCODED_FRAMES = PHONE_RATE / 2;
  private static final int REENCODED_FRAMES = 4 * Studio.RATE;

  /** Cuts after which the code is compiled that a function has met long ago. */
  private static final int WARMING = 3;

  private final Bench bench;
  private final int cuts;
  private final int few;
  private final Map<String, Seen> seen = new HashMap<>();

  /** What one kind of master cost, by us and by FFmpeg's stream copy. */
  record Seen(List<Cost> ours, List<Cost> copies) {
    double ratio() {
      return Cost.median(ours, Cost::seconds) / Cost.median(copies, Cost::seconds);
    }
  }

  /**
   * @param cuts of each kind that costs what MP4 does
   * @param few of those that cost more
   */
  OtherMasters(Bench bench, int cuts, int few) {
    this.bench = bench;
    this.cuts = cuts;
    this.few = few;
  }

  /** What was measured under a name; empty where it was not. */
  Optional<Seen> seen(String name) {
    return Optional.ofNullable(seen.get(name));
  }

  /** The default layer has no encoder for the edges of HEVC. */
  void hevc() throws IOException, InterruptedException {
    var master = bench.put("phone", FileSource.open(Studio.hevc4k60(60, 4, 20)), 1);
    inPortal(
        "1 min of 60 Mb/s 4K60 HEVC of 10 bits",
        "phone",
        master,
        few,
        PHONE_RATE,
        PHONE_CLIP_FRAMES,
        PHONE_REENCODED_FRAMES);
  }

  /**
   * @param studio H.264 in an MP4 of one piece
   */
  void fragments(Path studio, int clipFrames) throws IOException, InterruptedException {
    var file = Studio.in(studio, "-fragments.mp4", "-movflags +frag_keyframe+empty_moov");
    var master = bench.put("fragments", FileSource.open(file), 1);
    inPortal(
        "5 min of 20 Mb/s in fragments",
        "fragments",
        master,
        cuts,
        Studio.RATE,
        clipFrames,
        REENCODED_FRAMES);
  }

  private void inPortal(
      String what,
      String video,
      ByteSource master,
      int count,
      int rate,
      int clipFrames,
      int reencodedFrames)
      throws IOException, InterruptedException {
    List<Cost> ours = new ArrayList<>();
    List<Cost> copies = new ArrayList<>();
    var range = new FrameRange(0, clipFrames);
    try (var function = bench.lambda().warm()) {
      function.cut(bench.request(video, master, rate, clipFrames)); // loads what it needs
      for (int i = 0; i < count; i++) {
        var request = bench.request(video, master, rate, clipFrames);
        ours.add(function.cut(request));
        copies.add(bench.streamCopy(video, rate, request.range()));
        range = request.range();
      }
    }
    seen.put(video, new Seen(ours, copies));
    rows(what, ours, copies, bench.reencode(video, master, range, reencodedFrames));
  }

  /**
   * @param studio H.264 in an MP4 of one piece
   */
  void matroska(Path studio, int clipFrames) throws IOException, InterruptedException {
    var master = bench.put("matroska", FileSource.open(Studio.in(studio, ".mkv", "")), 1);
    inPortal(
        "5 min of 20 Mb/s in Matroska",
        "matroska",
        master,
        cuts,
        Studio.RATE,
        clipFrames,
        REENCODED_FRAMES);
  }

  /**
   * In the portal, into a file as FFmpeg writes one, and by the engine alone, which has no index
   * beside the master.
   */
  void transportStream(Path studio, long frames, int clipFrames)
      throws IOException, InterruptedException {
    var what = "5 min of 20 Mb/s in MPEG-TS";
    var file = FileSource.open(Studio.in(studio, ".ts", Studio.TRANSPORT_NAMES));
    var master = bench.put("transport", file, 1);
    inPortal(what, "transport", master, few, Studio.RATE, clipFrames, REENCODED_FRAMES);
    intoFile(what, master, frames, clipFrames);
    List<Cost> alone = new ArrayList<>();
    for (int i = 0; i < few; i++) {
      var range = bench.anywhere(frames, clipFrames);
      alone.add(bench.cut(MethodChoice.SMART_ONLY, "transport", master, range));
    }
    Table.rows(what + ": no index beside it", alone);
  }

  private void intoFile(String what, ByteSource master, long frames, int clipFrames)
      throws IOException, InterruptedException {
    List<Cost> ours = new ArrayList<>();
    List<Cost> copies = new ArrayList<>();
    try (var engine = bench.lambda().engine()) {
      for (int i = 0; i < WARMING; i++) {
        engine.cut(bench.job("transport", master, bench.anywhere(frames, clipFrames)));
      }
      for (int i = 0; i < few; i++) {
        var range = bench.anywhere(frames, clipFrames);
        ours.add(engine.cut(bench.job("transport", master, range)));
        copies.add(bench.streamCopy("transport", Studio.RATE, range));
      }
    }
    seen.put("file", new Seen(ours, copies));
    Table.rows(what + ": into a file", ours);
    Table.rows(what + ": ffmpeg -c copy beside it", copies);
  }

  private static void rows(String what, List<Cost> ours, List<Cost> copies, Cost reencode) {
    Table.rows(what + ", exact: Clipdesk", ours);
    Table.rows(what + ": ffmpeg -c copy", copies);
    Table.row(what + ": full re-encode", "scaled", List.of(reencode));
  }
}
