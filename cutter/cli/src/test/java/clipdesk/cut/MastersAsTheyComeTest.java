package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.testmedia.FfmpegProgram;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Kinds of masters that people really have, from the command line to the clip and its report. */
final class MastersAsTheyComeTest {
  private static final String X264 = "-c:v libx264 -preset veryfast -g 25 -bf 2 -threads 1";

  @TempDir private Path folder;
  private String said = "";
  private Map<String, Object> report = Map.of();

  @Test
  void timecodeThatCountsEverySecondPictureIsReadAsItCounts() throws IOException {
    var master = make("60.mp4", "60000/1001", X264 + " -timecode 00:00:10;00");
    patch(master, "tmcd", MastersAsTheyComeTest::halveTheCount);

    // The file counts 600 labels from midnight: at 30 a second they are 20 seconds.
    assertThat(cut(master, "00:00:20;15", "00:00:21;00")).isZero();
    assertThat(asked()).isEqualTo(Map.of("inFrame", 30, "outFrame", 60));
    assertThat(cut(master, "00:00:20;30", "00:00:21;00")).isEqualTo(2);
    assertThat(said).contains("no such label");
  }

  private static void halveTheCount(ByteBuffer box) {
    // Flags, timescale, frame duration and the count (QuickTime File Format, 'tmcd').
    if (box.get(32) == 60) {
      box.putInt(28, box.getInt(28) * 2);
      box.put(32, (byte) 30);
    }
  }

  @Test
  void lastFrameOfATickPerFrameCanBeCut() throws IOException {
    var master = make("tick.mp4", "25", X264 + " -video_track_timescale 25");

    assertThat(cut(master, "1", "2")).isZero();
    assertThat(asked()).isEqualTo(Map.of("inFrame", 25, "outFrame", 50));
  }

  @Test
  void secondsAreThoseOfAPlayer() throws IOException {
    var late = make("late.mp4", "25", "-itsoffset 0.8", X264 + " -fps_mode passthrough");

    assertThat(cut(late, "1", "1.8")).isZero();
    assertThat(asked()).isEqualTo(Map.of("inFrame", 5, "outFrame", 25));
    assertThat(cut(late, "0.3", "1.8")).isEqualTo(2);
    assertThat(said).contains("nothing is shown yet").contains("0.800");
  }

  @ParameterizedTest
  @CsvSource({
    "phone.mov, -video_track_timescale 600",
    "uneven.mp4, '-vf select=not(eq(mod(n\\,5)\\,1)) -fps_mode vfr'",
    "matroska.mkv, -metadata title=x",
    "transport.ts, -metadata service_name=x",
    "fragments.mp4, -movflags +frag_keyframe+empty_moov+default_base_moof",
  })
  void everyKindOfMasterKnowsSeconds(String name, String more) throws IOException {
    var master = make(name, "30000/1001", X264 + " " + more);

    assertThat(cut(master, "0:00,5", "0:01.5")).isZero();
    var actual = (Map<?, ?>) report.get("actual");
    double in = ((Number) ((Map<?, ?>) actual.get("in")).get("ms")).doubleValue();
    double out = ((Number) ((Map<?, ?>) actual.get("out")).get("ms")).doubleValue();
    assertThat(out - in).isBetween(950.0, 1050.0);
    assertThat(in).isBetween(400.0, 600.0);
  }

  @Test
  void recordingsThatWereJoinedAreNumberedThrough() throws IOException {
    var one = make("one.ts", "25", X264);
    var other = make("other.ts", "25", X264 + " -output_ts_offset 3600");
    var ahead = joined("ahead.ts", one, other);
    var back = joined("back.ts", other, one);

    for (var master : List.of(ahead, back)) {
      assertThat(cut(master, "f45", "f56")).as(said).isZero();
      var actual = (Map<?, ?>) report.get("actual");
      double in = ((Number) ((Map<?, ?>) actual.get("in")).get("ms")).doubleValue();
      double out = ((Number) ((Map<?, ?>) actual.get("out")).get("ms")).doubleValue();
      assertThat(out - in).isBetween(439.0, 441.0);
      assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("clock jumps 1 times"));
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void encryptedMasterIsRefusedAsSuch(boolean fragmented) throws IOException {
    var more = fragmented ? " -movflags +frag_keyframe+empty_moov+default_base_moof" : "";
    var master = make("secret.mp4", "25", X264 + more);
    patch(master, "avc1", entry -> entry.put(4, "encv".getBytes(StandardCharsets.US_ASCII)));

    assertThat(cut(master, "f10", "f20")).isEqualTo(1);
    assertThat(said).isEqualTo(master + " is encrypted. Only a video in the clear can be read.\n");
  }

  @Test
  void coloursOfRgbPicturesStay() throws IOException {
    var master = make("rgb.mp4", "25", "-c:v libx264rgb -crf 20 -g 25");

    assertThat(cut(master, "f30", "f40")).isZero();

    // The middle of one bar of the test picture: its red, green and blue.
    assertThat(pixel(folder.resolve("clip.mp4"), 0))
        .satisfies(
            clip -> {
              byte[] source = pixel(master, 30);
              for (int i = 0; i < source.length; i++) {
                assertThat(clip[i] & 0xff).isCloseTo(source[i] & 0xff, within(20));
              }
            });
  }

  private static org.assertj.core.data.Offset<Integer> within(int offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private byte[] pixel(Path file, int frame) throws IOException {
    var raw = folder.resolve("pixels");
    FfmpegProgram.run(
        List.of(
            ("-y -i %s -vf select=eq(n\\,%d),scale=16:9 -frames:v 1 -f rawvideo -pix_fmt rgb24 %s")
                .formatted(file, frame, raw)
                .split(" ")));
    return Files.readAllBytes(raw);
  }

  @Test
  void picturesWhoseTimesAreLostAreRefused() throws IOException {
    var master = make("lost.mp4", "25", X264);
    patch(master, "ctts", box -> box.put(4, "free".getBytes(StandardCharsets.US_ASCII)));

    assertThat(cut(master, "f30", "f45")).isEqualTo(1);
    assertThat(cut(master, "f30", "f45", "--method", "reencode")).isEqualTo(1);
    assertThat(said).contains("does not say when its pictures are shown");
  }

  @Test
  void picturesThatNeedNoTimesOfTheirOwnAreCut() throws IOException {
    var master = make("plain.mp4", "25", "-c:v libx264 -preset veryfast -g 25 -bf 0");

    assertThat(cut(master, "f30", "f45")).isZero();
  }

  @Test
  void placeAndDeviceAreLeftOutUnlessAskedFor() throws IOException {
    var master =
        make(
            "phone.mov",
            "25",
            X264
                + " -metadata location=+48.8577+002.295/ -metadata make=Phone -metadata"
                + " title=Talk");

    assertThat(cut(master, "f30", "f45")).isZero();
    assertThat(clipText()).contains("Talk").doesNotContain("+48.8577", "Phone");
    assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("place of recording"));

    assertThat(cut(master, "f30", "f45", "--keep-metadata")).isZero();
    assertThat(clipText()).contains("Talk", "+48.8577", "Phone");
  }

  @Test
  void chaptersOfTheWholeAreLeftOutAndNamed() throws IOException {
    var chapters = folder.resolve("chapters");
    Files.writeString(
        chapters, ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=2000\ntitle=second\n");
    var plain = make("plain.mp4", "25", X264);
    var master = folder.resolve("chapters.mp4");
    FfmpegProgram.run(
        List.of(
            "-i %s -f ffmetadata -i %s -map 0 -map_chapters 1 -c copy %s"
                .formatted(plain, chapters, master)
                .split(" ")));

    assertThat(cut(master, "f30", "f45")).isZero();
    assertThat(clipText()).doesNotContain("chpl");
    assertThat(dropped()).anySatisfy(text -> assertThat(text).startsWith("chapters"));
  }

  @Test
  void subtitlesOfMatroskaAreNamedAsDropped() throws IOException {
    var texts = folder.resolve("s.srt");
    Files.writeString(texts, "1\n00:00:00,500 --> 00:00:01,500\nHello\n\n");
    var plain = make("plain.mkv", "25", X264);
    var master = folder.resolve("subs.mkv");
    FfmpegProgram.run(
        List.of("-i %s -i %s -map 0 -map 1 -c copy %s".formatted(plain, texts, master).split(" ")));

    assertThat(cut(master, "f30", "f35")).isZero();
    assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("subtitles (subrip)"));
  }

  @Test
  void whatIsLostOfHdrIsNamed() throws IOException {
    var master =
        make(
            "hdr.mp4",
            "25",
            "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -tag:v hvc1 -x265-params"
                + " log-level=none:pools=none:frame-threads=1:keyint=25:hdr10=1:repeat-headers=1"
                + ":master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)"
                + "L(10000000,50):max-cll=1000,400");

    assertThat(cut(master, "f30", "f35")).isZero();
    assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("mastering display"));
  }

  @Test
  void clipIsNotNamedAsWhatItIsNot() throws IOException {
    var master = make("plain.mp4", "25", X264);
    for (var name : List.of("out.mkv", "out.WEBM", "out.ts")) {
      assertThat(run(List.of(master, folder.resolve(name), "--from", "f1", "--to", "f2")))
          .isEqualTo(2);
      assertThat(said).contains("an MP4 file is written");
      assertThat(folder.resolve(name)).doesNotExist();
    }
  }

  @Test
  void everyRefusalIsASentenceThatNamesTheFile() throws IOException {
    var plain = make("plain.mp4", "25", X264);
    byte[] whole = Files.readAllBytes(plain);
    var text = Files.writeString(folder.resolve("text.mp4"), "not a video at all\n");
    var empty = Files.writeString(folder.resolve("empty.mp4"), "");
    var half = Files.write(folder.resolve("half.mp4"), java.util.Arrays.copyOf(whole, 9000));
    var sound = folder.resolve("sound.m4a");
    FfmpegProgram.run(List.of("-f lavfi -i sine=d=1 -c:a aac %s".formatted(sound).split(" ")));
    var noise = folder.resolve("sound.mkv");
    FfmpegProgram.run(List.of("-i %s -c copy %s".formatted(sound, noise).split(" ")));
    var damaged = folder.resolve("damaged.mp4");
    Files.write(damaged, whole);
    patch(damaged, "stsz", box -> box.putInt(16, Integer.MAX_VALUE));

    for (var file :
        List.of(text, empty, half, sound, noise, damaged, folder.resolve("none.mp4"), folder)) {
      assertThat(cut(file, "f1", "f2")).as(file.toString()).isEqualTo(1);
      assertSentence(file);
    }
    assertThat(cut(plain, "f1", "f900")).isEqualTo(1);
    assertSentence(plain);
    assertThat(cut(half, "f1", "f2")).isEqualTo(1);
    assertThat(said).contains("incomplete").contains("bytes are missing");
    assertThat(cut(sound, "f1", "f2")).isEqualTo(1);
    assertThat(said).contains("no pictures");
  }

  private void assertSentence(Path file) {
    assertThat(said)
        .endsWith(".\n")
        .contains(file.toString())
        .doesNotContain("@", "Exception", "Callback", "null", "moov", "clipdesk.");
  }

  private Path make(String name, String rate, String arguments) throws IOException {
    return make(name, rate, "", arguments);
  }

  private Path make(String name, String rate, String before, String arguments) throws IOException {
    var file = folder.resolve(name);
    List<String> command = new ArrayList<>();
    if (!before.isEmpty()) {
      command.addAll(List.of(before.split(" ")));
    }
    command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=s=192x108:r=%s:d=2".formatted(rate)));
    command.addAll(List.of("-f", "lavfi", "-i", "sine=d=2:r=48000"));
    command.addAll(List.of((arguments + " -c:a aac").split(" ")));
    if (!arguments.contains("-pix_fmt") && !arguments.contains("rgb")) {
      command.addAll(List.of("-pix_fmt", "yuv420p"));
    }
    command.add(file.toString());
    FfmpegProgram.run(command);
    return file;
  }

  private Path joined(String name, Path one, Path other) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(Files.readAllBytes(one));
    bytes.write(Files.readAllBytes(other));
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private interface Patch {
    void apply(ByteBuffer box);
  }

  /** Changes boxes of a type, wherever its four letters stand. */
  private static void patch(Path file, String type, Patch patch) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 4)) {
      if (at >= 4 && bytes.length - at > 40) {
        patch.apply(ByteBuffer.wrap(bytes, at - 4, bytes.length - at + 4).slice());
      }
    }
    Files.write(file, bytes);
  }

  private int cut(Path master, String from, String to, String... more) throws IOException {
    var written = folder.resolve("report.json");
    List<Object> all = new ArrayList<>(List.of(master, folder.resolve("clip.mp4"), "--overwrite"));
    all.addAll(List.of("--from", from, "--to", to, "--report", written));
    all.addAll(List.of(more));
    int code = run(all);
    report = code == 0 ? JSON.std.mapFrom(Files.readString(written)) : Map.of();
    return code;
  }

  private int run(List<?> arguments) {
    var err = System.err;
    var out = new ByteArrayOutputStream();
    try (var caught = new PrintStream(out, /* autoFlush= */ true, StandardCharsets.UTF_8)) {
      System.setErr(caught);
      return new CommandLine(new Cut())
          .execute(arguments.stream().map(Object::toString).toArray(String[]::new));
    } finally {
      System.setErr(err);
      said = out.toString(StandardCharsets.UTF_8);
    }
  }

  private Object asked() {
    return report.get("asked");
  }

  private List<String> dropped() {
    return ((List<?>) report.getOrDefault("droppedTracks", List.of()))
        .stream().map(Object::toString).toList();
  }

  private String clipText() throws IOException {
    return new String(Files.readAllBytes(folder.resolve("clip.mp4")), StandardCharsets.ISO_8859_1);
  }
}
