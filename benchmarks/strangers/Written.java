import clipdesk.transcript.cues.CueMaker;
import clipdesk.transcript.cues.SubtitleCue;
import clipdesk.transcript.cues.SubtitleWriter;
import clipdesk.transcript.editlist.ClipList;
import clipdesk.transcript.editlist.ClipTable;
import clipdesk.transcript.editlist.Cmx3600;
import clipdesk.transcript.editlist.Fcpxml;
import clipdesk.transcript.editlist.ListedClip;
import clipdesk.transcript.editlist.ListedMaster;
import clipdesk.transcript.editlist.Otio;
import clipdesk.transcript.testing.Simulation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Edit lists and subtitles as they are given away, and beside each, as plain JSON, the frames and
 * milliseconds that are meant, for readers of others to be asked.
 */
final class Written {
  private static final int CLIPS = 100;
  private static final int FRAMES = 400_000;

  /** With drop frame where the rate has it; all five rates, and those two without it, too. */
  private record Kind(String name, long num, long den, String start) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("23.976", 24_000, 1_001, "10:00:00:00"),
          new Kind("25", 25, 1, "09:59:59:24"),
          new Kind("29.97", 30_000, 1_001, "00:59:59:28"),
          new Kind("29.97-drop", 30_000, 1_001, "00:59:59;28"),
          new Kind("50", 50, 1, "10:00:00:00"),
          new Kind("59.94", 60_000, 1_001, "01:00:00:00"),
          new Kind("59.94-drop", 60_000, 1_001, "01:00:00;00"));

  private static final String ODD = "Tom & Ana said nothing — “never”, 5 > 4";

  /** SRT has no escapes: readers take a bracket for markup, whatever was meant. */
  private static final String BRACKETS = "They said <nothing> & left";

  private final Path folder;
  private final Random random;

  private Written(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /**
   * @param arguments folder that is there, seed
   */
  public static void main(String[] arguments) throws IOException {
    var written = new Written(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    for (var kind : KINDS) {
      written.editLists(kind);
    }
    written.subtitles(Long.parseLong(arguments[1]));
  }

  private void editLists(Kind kind) throws IOException {
    var master = new ListedMaster("talk-1", "talk & 1.mp4", FRAMES, Optional.of(kind.start()));
    var clips = new ArrayList<ListedClip>();
    for (var number = 0; number < CLIPS; number++) {
      var in = random.nextInt(FRAMES - 1);
      var out = in + 1 + random.nextInt(Math.min(20_000, FRAMES - in - 1) + 1);
      var quote = Optional.of(ODD + " " + number);
      clips.add(
          new ListedClip(
              master,
              "Answer " + number,
              in,
              Math.min(out, FRAMES),
              Optional.of("Ana Sample"),
              Optional.empty(),
              quote));
    }
    var list = new ClipList("Evening news", kind.num(), kind.den(), clips);
    write(kind.name() + ".edl", Cmx3600.write(list));
    write(kind.name() + ".otio", Otio.write(list));
    write(kind.name() + ".fcpxml", Fcpxml.write(list));
    write(kind.name() + ".csv", ClipTable.write(list));
    try (var json = json(kind.name() + ".json")) {
      json.writeStartObject();
      json.writeNumberField("num", kind.num());
      json.writeNumberField("den", kind.den());
      json.writeStringField("start", kind.start());
      json.writeArrayFieldStart("clips");
      for (var clip : clips) {
        json.writeArray(new long[] {clip.in(), clip.out()}, 0, 2);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void subtitles(long seed) throws IOException {
    var talk = Simulation.of(seed, "fr", 3_000, 0.15);
    var times =
        clipdesk.transcript.align.Aligner.align(
                talk.script(), talk.heard(), Optional.of(talk.activity()), talk.durationMs())
            .times();
    var cues = new ArrayList<>(CueMaker.make(talk.script(), times, 40).cues());
    var last = cues.getLast().outMs();
    cues.add(
        new SubtitleCue(
            last + 1_000, last + 3_000, List.of(ODD, "a --> b"), Optional.of("Ana Sample"), true));
    cues.add(new SubtitleCue(3_600_000, 3_601_001, List.of("Добрий день"), Optional.empty(), true));
    write("talk.srt", SubtitleWriter.srt(cues));
    meant("talk.srt.json", cues);
    cues.add(new SubtitleCue(3_602_000, 3_603_000, List.of(BRACKETS), Optional.empty(), false));
    write("talk.vtt", SubtitleWriter.vtt(cues, "talk-1, fr, revision 1, upload"));
    meant("talk.vtt.json", cues);
  }

  private void meant(String name, List<SubtitleCue> cues) throws IOException {
    try (var json = json(name)) {
      json.writeStartArray();
      for (var cue : cues) {
        json.writeStartObject();
        json.writeNumberField("in", cue.inMs());
        json.writeNumberField("out", cue.outMs());
        json.writeStringField("text", String.join("\n", cue.lines()).replace("-->", "→"));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private JsonGenerator json(String name) throws IOException {
    return new JsonFactory().createGenerator(Files.newBufferedWriter(folder.resolve(name)));
  }
}
