package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Previews of masters made here, read back by a decoder that is not the product's. */
final class PreviewMakerTest {
  private static final int SECONDS = 4;
  private static final String X264 = "-c:v libx264 -preset veryfast -g 50 -bf 3";

  /** Shifts that are looked at, in samples. */
  private static final int REACH = 1200;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} at {1} for {2} s")
  @CsvSource({
    "1280x720, 25, 3, true, 960, 540, 75, 25, 1",
    "1920x1080, 30000/1001, 2, true, 960, 540, 60, 30000, 1001",
    "640x360, 50, 3, false, 640, 360, 150, 50, 1",
    "640x360, 24000/1001, 3, true, 640, 360, 72, 24000, 1001",
    "640x360, 60000/1001, 2, true, 640, 360, 120, 60000, 1001",
    "320x180, 25, 7, true, 320, 180, 175, 25, 1",
    "720x1280, 25, 2, true, 540, 960, 50, 25, 1",
    "320x180, 1, 20, false, 320, 180, 20, 1, 1",
    "320x180, 25, 0.04, false, 320, 180, 1, 25, 1",
    "320x180, 25, 0.08, true, 320, 180, 2, 25, 1",
  })
  void everyPictureIsThereOnceInItsPlace(
      String size,
      String rate,
      double seconds,
      boolean sound,
      int width,
      int height,
      int frames,
      long num,
      long den)
      throws IOException {
    var master = new CountedMaster(size, rate, seconds, sound, X264).in(folder);

    var made = make(master);

    assertThat(made.frames()).isEqualTo(frames);
    assertThat(List.of(made.width(), made.height())).containsExactly(width, height);
    assertThat(made.hasSound()).isEqualTo(sound);
    assertThat(CountedMaster.numbers(preview(), width, height))
        .containsExactlyElementsOf(IntStream.range(0, frames).boxed().toList());
    assertThat(index(preview()).constantFrameRate()).contains(new FrameRate(num, den));
    assertThat(index(preview()).tracks()).hasSize(sound ? 2 : 1);
    var poster = ImageIO.read(new ByteArrayInputStream(made.poster()));
    assertThat(List.of(poster.getWidth(), poster.getHeight())).containsExactly(width, height);
  }

  @Test
  void picturesThatAnEditListHidesAreNotInThePreview() throws IOException {
    var whole = new CountedMaster("640x360", "25", 4, true, X264).in(folder);
    var trimmed = folder.resolve("trimmed.mp4");
    FfmpegProgram.run(
        List.of("-ss", "1.52", "-i", whole.toString(), "-c", "copy", trimmed.toString()));
    int frames = (int) index(trimmed).frames();

    make(trimmed);

    int first = CountedMaster.numbers(preview(), 640, 360).getFirst();
    assertThat(first).isEqualTo(38);
    assertThat(CountedMaster.numbers(preview(), 640, 360))
        .containsExactlyElementsOf(IntStream.range(38, 38 + frames).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({"90, 360, 640", "180, 640, 360", "270, 360, 640"})
  void turnedMasterIsShownTurned(int degrees, int width, int height) throws IOException {
    var upright = new CountedMaster("640x360", "25", 1, false, X264).in(folder);
    var master = folder.resolve("turned.mp4");
    FfmpegProgram.run(
        List.of(
            "-display_rotation",
            Integer.toString(degrees),
            "-i",
            upright.toString(),
            "-c",
            "copy",
            master.toString()));

    var made = make(master);

    assertThat(shown(preview())).as("as shown").isEqualTo(shown(master));
    assertThat(CountedMaster.numbers(preview(), 640, 360))
        .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    var poster = ImageIO.read(new ByteArrayInputStream(made.poster()));
    assertThat(List.of(poster.getWidth(), poster.getHeight())).containsExactly(width, height);
    // The squares lie on black along the stored lower edge: that edge is dark where it is shown.
    int x = degrees == 90 ? width - 4 : degrees == 270 ? 4 : width / 60;
    int y = degrees == 180 ? 4 : height / 60;
    assertThat(poster.getRGB(x, y) & 0xff).isLessThan(60);
  }

  /** Width, height and turn of a video, in FFmpeg's words. */
  private String shown(Path video) throws IOException {
    var first = folder.resolve("shown-" + video.getFileName() + ".png");
    FfmpegProgram.run(List.of("-i", video.toString(), "-frames:v", "1", first.toString()));
    var image = ImageIO.read(first.toFile());
    return "%d x %d".formatted(image.getWidth(), image.getHeight());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        // No plain index, several edits or a changing rate: the catalogue has no such masters.
        "MPEG2_IN_MXF",
        "TRANSPORT_STREAM",
        "FRAGMENTED",
        "VP9_IN_MATROSKA",
        "FRAGMENTED_VARIABLE_FRAME_RATE",
        "TRANSPORT_STREAM_TWO_SOUNDS",
        "SEVERAL_EDITS",
        "VARIABLE_FRAME_RATE",
        "VARIABLE_FRAME_RATE_IN_MATROSKA",
        "INTERLACED_MPEG2_IN_MXF",
        "ODD_SIZE",
        "SURROUND_IN_TRANSPORT_STREAM",
        "SILENT_IN_TRANSPORT_STREAM"
      })
  void masterOfTheCatalogueGetsAPreviewThatPassesItsCheck(MasterType type) throws IOException {
    var master = Masters.ofSeconds(SECONDS).get(type);

    var made = make(master);

    var index = index(master);
    assertThat(made.frames()).isEqualTo(index.frames());
    assertThat(made.hasSound()).isEqualTo(type.soundTracks() > 0);
    assertPlain();
    var shown = DecodedFile.of(preview(), made.hasSound() ? 1 : 0);
    assertThat(shown.complaints()).isEmpty();
    assertThat(shown.frames()).hasSize(Math.toIntExact(index.frames()));
    if (made.hasSound()) {
      var source = DecodedFile.of(master, 1);
      assertThat(shift(shown, source)).as("samples that the sound is late").isZero();
      assertThat(shown.sounds().getFirst().channels()).isEqualTo(2);
    }
  }

  /** Where the preview's sound is most like the master's. */
  private static int shift(DecodedFile preview, DecodedFile master) {
    var sound = preview.sounds().getFirst();
    var source = master.sounds().getFirst();
    int rate = sound.sampleRate();
    assertThat(source.sampleRate()).isEqualTo(rate);
    long start = master.frames().getFirst().micros() * rate / 1_000_000;
    int best = Integer.MIN_VALUE;
    double least = Double.POSITIVE_INFINITY;
    for (int shift = -REACH; shift <= REACH; shift++) {
      double sum = 0;
      for (int i = rate; i < rate + 2000; i++) {
        double difference = sound.at(i + shift, 0) - source.at(start + i, 0);
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        best = shift;
      }
    }
    return best;
  }

  private void assertPlain() throws IOException {
    var bytes = Files.readAllBytes(preview());
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.indexOf("moov")).isPositive().isLessThan(text.indexOf("mdat"));
    assertThat(text.substring(0, text.indexOf("mdat"))).doesNotContain("elst").contains("avc1");
    var video = index(preview()).tracks().getFirst();
    assertThat(video.codec()).isEqualTo("h264");
    var sync = syncSamples(index(preview()));
    assertThat(sync.getFirst()).isZero();
    for (int i = 1; i < sync.size(); i++) {
      assertThat(sync.get(i) - sync.get(i - 1)).isLessThanOrEqualTo(12);
    }
  }

  private static List<Integer> syncSamples(MasterIndex index) throws IOException {
    var samples = index.video().samples();
    var window = samples.window(0, samples.count());
    List<Integer> sync = new ArrayList<>();
    for (int i = 0; i < window.end(); i++) {
      if (window.isSync(i)) {
        sync.add(i);
      }
    }
    return sync;
  }

  @Test
  void firstOfSeveralSoundTracksIsHeard() throws IOException {
    make(Masters.ofSeconds(SECONDS).get(MasterType.FOUR_SOUND_TRACKS));

    assertThat(index(preview()).tracks())
        .extracting(TrackInfo::language)
        .containsExactly("und", "eng");
  }

  @Test
  void oneChannelIsHeardFromBothSidesAsLoudAsItWas() throws IOException {
    var mono = new CountedMaster("320x180", "25", 3, true, X264 + " -ac 1 -ar 44100").in(folder);

    make(mono);

    var sound = DecodedFile.of(preview(), 1).sounds().getFirst();
    var source = DecodedFile.of(mono, 1).sounds().getFirst();
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(loudness(sound)).isCloseTo(loudness(source), within(0.01));
  }

  private static double loudness(DecodedFile.Sound sound) {
    double sum = 0;
    for (float sample : sound.samples()) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / sound.samples().length);
  }

  @ParameterizedTest
  @CsvSource({
    "1280x720, yuv420p, '', bt709",
    "720x576, yuv420p, '', bt470bg",
    "320x180, yuv420p, '', smpte170m",
    "1280x720, yuv420p10le, -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc,"
        + " bt2020nc",
  })
  void coloursAreNamedAsAPlayerTakesTheMastersFor(
      String size, String format, String colours, String expected) throws IOException {
    var arguments = X264 + " -pix_fmt " + format + (colours.isEmpty() ? "" : " " + colours);
    make(new CountedMaster(size, "25", 1, false, arguments).in(folder));

    assertThat(said(preview())).contains("yuv420p(tv, " + expected);
  }

  /** How FFmpeg describes a file. */
  private static String said(Path video) throws IOException {
    return FfmpegProgram.run(
        List.of("-v", "info", "-i", video.toString(), "-c", "copy", "-f", "null", "-"));
  }

  @Test
  void posterIsNotOneOfTheBlackPictures() throws IOException {
    var black = folder.resolve("black.mp4");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=25:d=4",
            "-vf",
            "fade=in:st=2:d=1:color=black,format=yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            black.toString()));

    var poster = ImageIO.read(new ByteArrayInputStream(make(black).poster()));

    int bright = 0;
    for (int x = 0; x < poster.getWidth(); x++) {
      bright += (poster.getRGB(x, 90) >> 8 & 0xff) > 40 ? 1 : 0;
    }
    assertThat(bright).isGreaterThan(80);
  }

  @Test
  void posterHasTheColoursOfThePicture() throws IOException {
    var red = folder.resolve("red.mp4");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=c=0xc83c28:s=1280x720:r=25:d=1",
            "-vf",
            "scale=out_color_matrix=bt709,format=yuv420p",
            "-colorspace",
            "bt709",
            "-c:v",
            "libx264",
            red.toString()));

    var poster = ImageIO.read(new ByteArrayInputStream(make(red).poster()));

    int rgb = poster.getRGB(100, 100);
    assertThat(rgb >> 16 & 0xff).isCloseTo(0xc8, within(4));
    assertThat(rgb >> 8 & 0xff).isCloseTo(0x3c, within(4));
    assertThat(rgb & 0xff).isCloseTo(0x28, within(4));
  }

  @Test
  void masterWhoseRateChangesIsRefused() {
    assertRefused(
        Masters.ofSeconds(SECONDS).get(MasterType.VARIABLE_FRAME_RATE), FallbackReason.TIMELINE);
  }

  @Test
  void masterOfWhichPicturesAreLostIsRefused() throws IOException {
    var master = new CountedMaster("320x180", "25", 3, false, X264 + " -bf 0").in(folder);
    var window = index(master).video().samples().window(40, 43);
    var bytes = Files.readAllBytes(master);
    for (int lost = 40; lost < 43; lost++) {
      int at = Math.toIntExact(window.offset(lost));
      // The length of the first unit reaches far behind the sample.
      bytes[at] = 0x7f;
    }
    Files.write(master, bytes);

    assertRefused(master, FallbackReason.CODEC_FAILED);
  }

  private void assertRefused(Path master, FallbackReason reason) {
    assertThatThrownBy(() -> make(master))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(preview()).doesNotExist();
  }

  @Test
  void previewOfAnotherMasterFailsTheCheck() throws IOException {
    var one = new CountedMaster("320x180", "25", 4, false, X264).in(folder);
    var shorter = new CountedMaster("320x180", "25", 3.96, false, X264).in(folder);
    var faster = new CountedMaster("320x180", "50", 2, false, X264).in(folder);
    var shifted = folder.resolve("shifted.mp4");
    FfmpegProgram.run(
        List.of(
            "-i",
            one.toString(),
            "-vf",
            "trim=start_frame=1,tpad=stop=1,setpts=N/25/TB",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            shifted.toString()));

    make(one);
    assertThatThrownBy(() -> check(shorter))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessage("it has 100 frames, the master 99");
    assertThatThrownBy(() -> check(faster))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessage("it has another frame rate than the master");
    assertThatThrownBy(() -> check(shifted))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessageContaining("it shows the master's frame");
  }

  @Test
  void masterItselfIsNoPreview() throws IOException {
    var master = new CountedMaster("320x180", "25", 3, false, X264).in(folder);
    Files.copy(master, preview());

    assertThatThrownBy(() -> check(master)).isInstanceOf(VerificationFailedException.class);
  }

  @Test
  void firstLastAndFiveBetweenAreCompared() {
    assertThat(PreviewCheck.compared(4500))
        .containsExactly(0L, 749L, 1499L, 2249L, 2999L, 3749L, 4499L);
    assertThat(PreviewCheck.compared(3)).containsExactly(0L, 1L, 2L);
    assertThat(PreviewCheck.compared(1)).containsExactly(0L);
  }

  private Path preview() {
    return folder.resolve("preview.mp4");
  }

  /** As the command does it, the check included. */
  private Preview make(Path path) throws IOException {
    Files.deleteIfExists(preview());
    Preview made;
    try (var master = FileSource.open(path);
        var sink = new FileSink(preview())) {
      made = new PreviewMaker(master, MasterIndexReader.read(master), (done, all) -> {}).make(sink);
      sink.finish(made.sizeBytes());
    }
    check(path);
    return made;
  }

  private void check(Path path) throws IOException {
    try (var master = FileSource.open(path);
        var preview = FileSource.open(preview())) {
      new PreviewCheck(master, MasterIndexReader.read(master)).check(preview);
    }
  }

  private static MasterIndex index(Path path) throws IOException {
    return MasterIndexReader.read(new MemorySource(Files.readAllBytes(path), path.toString()));
  }
}
