package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.media.catalogue.SampleVideos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ingest keeps of the texts inside a master, by the event that starts it. */
final class TextsInsideTest extends IngestCalls {
  private static final String TTML =
      "<tt xmlns='http://www.w3.org/ns/ttml'><body><div>"
          + "<p begin='%s' end='%s'>%s</p></div></body></tt>";

  @Test
  void timedTextsAreKeptWithTheirTimes() throws IOException {
    master(
        new TinyText("tx3g", "eng")
            .gap(1_000)
            .text(2_000, "Good morning.")
            .gap(500)
            .text(1_500, "Q & A:\r\n\r\n<b> --> done"));

    assertThat(kept("en"))
        .isEqualTo(
            """
            WEBVTT

            NOTE Texts of track s1 of the master

            00:00:01.000 --> 00:00:03.000
            Good morning.

            00:00:03.500 --> 00:00:05.000
            Q &amp; A:
            &lt;b&gt; --&gt; done
            """);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void textsOfUtf16AreReadByTheirMark() throws IOException {
    master(
        new TinyText("tx3g", "eng").sample(1_000, TinyText.timed("Добрий день".getBytes(UTF_16))));

    assertThat(kept("en")).contains("\nДобрий день\n");
  }

  /** ISO/IEC 14496-30, 7.4: where cues overlap, each sample has all of its moment. */
  @Test
  void cueOfWebVttThatIsCutIntoSamplesIsOneCue() throws IOException {
    master(
        new TinyText("wvtt", "eng")
            .gap(1_000)
            .text(1_000, "<v Ana>Good <00:00:01.500>morning.")
            .sample(2_000, TinyText.cues("<v Ana>Good <00:00:01.500>morning.", "Both &amp; more"))
            .text(1_000, "Both &amp; more"));

    assertThat(kept("en"))
        .endsWith(
            """
            00:00:01.000 --> 00:00:04.000
            <v Ana>Good morning.

            00:00:02.000 --> 00:00:05.000
            Both &amp; more
            """);
  }

  /** ISO/IEC 14496-30, 5.3: times are the track's, and a document ends with its sample. */
  @Test
  void documentsOfTtmlAreShownAtTheTimesOfTheirTrack() throws IOException {
    master(
        new TinyText("stpp", "eng")
            .edited(3_000, 1_000)
            .sample(4_000, ttml("1.5s", "9s", "Good morning."))
            .sample(4_000, ttml("1.5s", "9s", "Good morning."))
            .sample(2_000, ttml("36000s", "36001s", "Never.")));

    assertThat(kept("en"))
        .endsWith(
            """

            00:00:03.500 --> 00:00:10.000
            Good morning.
            """)
        .doesNotContain("Never");
  }

  @Test
  void timesCountFromTheFirstFrameThroughEditsAndEndWithTheLast() throws IOException {
    master(
        new TinyText("tx3g", "eng")
            .edited(2_000, 500)
            .text(1_500, "Cut short.")
            .gap(16_000)
            .text(9_000, "Until the end."));

    assertThat(kept("en"))
        .contains("00:00:02.000 --> 00:00:03.000\nCut short.")
        .contains("00:00:19.000 --> 00:00:20.000\nUntil the end.");
  }

  @Test
  void ofEachLanguageOneTrackIsKeptAndForcedOnesAndChaptersComeAfter() throws IOException {
    var master =
        new TinyMaster()
            .chaptersIn(2)
            .video(EVEN)
            .text(new TinyText("tx3g", "eng").text(9_000, "Chapter one"))
            .text(new TinyText("tx3g", "eng").forced().text(1_000, "A sign"))
            .text(new TinyText("tx3g", "eng").gap(20_000))
            .text(new TinyText("tx3g", "eng").text(1_000, "What is said"))
            .text(new TinyText("tx3g", "eng").text(1_000, "The same for others"))
            .text(new TinyText("tx3g", "fre").forced().text(1_000, "Un panneau"))
            .text(new TinyText("tx3g", "ukr").text(1_000, "Мова, якої немає"));
    upload(master);

    assertThat(kept("en")).endsWith("What is said\n");
    assertThat(kept("fr")).endsWith("Un panneau\n");
    assertThat(uploads.texts()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "eng, en fr, en",
    "fra, en fr, fr",
    "fre, en fr, fr",
    "ukr, en uk, uk",
    "und, en, en",
    "und, en fr, ''",
    "deu, en fr, ''",
    "eng, en-GB, ''",
    "yue, yue, yue"
  })
  void trackIsInTheLanguageOfTheVideoThatItsCodeMeans(String code, String languages, String found)
      throws IOException {
    uploads.put(
        ID,
        "master.mp4",
        new TinyMaster().video(EVEN).text(new TinyText("tx3g", code).text(900, "Words")).bytes());

    ingest(List.of(languages.split(" ", -1)));

    assertThat(uploads.texts().keySet().stream().map(it -> it.replaceAll(".*/|\\.vtt", "")))
        .isEqualTo(Stream.of(found).filter(it -> !it.isEmpty()).toList());
  }

  @Test
  void textsAreReadOnceForEachMasterAndAnotherMasterHasItsOwn() throws IOException {
    master(new TinyText("tx3g", "eng").apart(100_000).text(900, "One").gap(100).text(900, "Two"));
    var first = kept("en");
    var reads = uploads.reads();
    ingest(List.of("en", "fr"));
    var again = uploads.reads() - reads;

    master(new TinyText("tx3g", "eng").text(900, "Another"));

    assertThat(again).isEqualTo(reads - 2);
    assertThat(uploads.texts().values()).hasSize(2).contains(first);
    assertThat(kept("en")).endsWith("Another\n");
  }

  @Test
  void textsThatLieSideBySideAreReadAtOnceAndGapsNever() throws IOException {
    var spoken = new TinyText("tx3g", "eng");
    for (int i = 0; i < 900; i++) {
      spoken.text(10, "Word " + i).gap(10);
    }
    master(spoken);
    var reads = uploads.reads();

    master(new TinyText("tx3g", "eng").text(10, "Word").gap(19_000));

    assertThat(reads).isEqualTo(uploads.reads() - reads);
  }

  static Stream<byte[]> damaged() {
    return Stream.of(
        new byte[] {0, 99, 'x', 'x'},
        new byte[] {(byte) 0xff, (byte) 0xff, 'x', 'x'},
        TinyText.timed(new byte[] {'A', (byte) 0xff, 'B'}),
        TinyText.timed(new byte[] {(byte) 0xfe, (byte) 0xff, 1}));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void textThatLiesAboutItselfKeepsItsTrackOutAndNotTheVideo(byte[] sample) throws IOException {
    master(new TinyText("tx3g", "eng").text(900, "Whole").sample(900, sample));

    assertRefused("texts-damaged");
  }

  static Stream<byte[]> damagedBoxes() {
    return Stream.of(
        ByteBuffer.wrap(TinyText.cues("Good morning.")).putInt(0, 9_999).array(),
        ByteBuffer.wrap(TinyText.cues("Good morning.")).putInt(0, 3).array(),
        ByteBuffer.wrap(TinyText.cues("Good morning.")).putInt(8, -1).array(),
        new byte[13]);
  }

  @ParameterizedTest
  @MethodSource("damagedBoxes")
  void boxThatLiesAboutItsSizeKeepsItsTrackOut(byte[] sample) throws IOException {
    master(new TinyText("wvtt", "eng").text(900, "Whole").sample(900, sample));

    assertRefused("texts-damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "<tt><body><div><p begin='1s' end='2s'>broken off",
    "no document at all",
    "<tt><body><p begin='soon' end='2s'>x</p></body></tt>",
    "<tt><body><p begin='2s' end='1s'>x</p></body></tt>",
    "<!DOCTYPE tt [<!ENTITY a 'aaaa'>]><tt><body><p begin='0s' end='1s'>&a;</p></body></tt>"
  })
  void documentThatIsNoneKeepsItsTrackOut(String document) throws IOException {
    master(new TinyText("stpp", "eng").sample(5_000, document.getBytes(UTF_8)));

    assertRefused("texts-damaged");
  }

  @Test
  void trackOfMoreSamplesThanAnyRealOneIsLeftOut() throws IOException {
    var endless = new TinyText("tx3g", "eng");
    for (int i = 0; i < 1_000_000; i++) {
      endless.sample(0, new byte[2]);
    }
    master(endless.text(1, "Last"));

    assertRefused("texts-too-large");
  }

  @ParameterizedTest
  @CsvSource({"4000, true", "4001, false"})
  void trackInMorePlacesThanAreAskedForIsLeftOut(int places, boolean taken) throws IOException {
    var spread = new TinyText("tx3g", "eng").apart(16_385);
    for (int i = 0; i < places; i++) {
      spread.text(1, "Word" + i);
    }
    master(spread);

    assertThat(uploads.texts().isEmpty()).isNotEqualTo(taken);
    assertThat(warnings()).hasSize(taken ? 0 : 1);
  }

  @Test
  void placesAreCountedOverAllTracks() throws IOException {
    var english = new TinyText("tx3g", "eng").apart(16_385);
    var french = new TinyText("tx3g", "fra").apart(16_385);
    for (int i = 0; i < 2_001; i++) {
      english.text(1, "Word" + i);
      french.text(1, "Mot" + i);
    }
    upload(new TinyMaster().video(EVEN).text(english).text(french));

    assertThat(uploads.texts()).hasSize(1);
    assertThat(warnings()).containsExactly("/master/file texts-too-large");
  }

  @ParameterizedTest
  @CsvSource({"60000, true", "60001, false"})
  void moreWordsThanATranscriptMayHaveAreLeftOut(int words, boolean taken) throws IOException {
    master(new TinyText("wvtt", "eng").text(9_000, "word ".repeat(words)));

    assertThat(uploads.texts().isEmpty()).isNotEqualTo(taken);
    assertThat(warnings()).hasSize(taken ? 0 : 1);
  }

  @Test
  void trackInWhichNothingIsSaidIsNone() throws IOException {
    master(new TinyText("tx3g", "eng").gap(9_000).text(900, "♪").text(900, " \n "));

    assertThat(uploads.texts()).isEmpty();
    assertThat(warnings()).isEmpty();
  }

  private void assertRefused(String code) {
    assertThat(uploads.texts()).isEmpty();
    assertThat(warnings()).containsExactly("/master/file " + code);
    assertThat(uploads.report(ID)).containsEntry("result", "accepted");
    assertThat(videos.find(ID)).isPresent();
  }

  private static byte[] ttml(String begin, String end, String text) {
    return TTML.formatted(begin, end, text).getBytes(UTF_8);
  }

  private void master(TinyText text) throws IOException {
    upload(new TinyMaster().video(EVEN).text(text));
  }

  private void upload(TinyMaster master) throws IOException {
    uploads.put(ID, "master.mp4", master.bytes());
    ingest(List.of("en", "fr"));
  }

  private void ingest(List<String> languages) throws IOException {
    var description = with("languages", languages);
    description.put("audio", List.of());
    uploads.describe(ID, Json.text(description));
    var event = Files.readString(Path.of("../../events/master-uploaded.json"));
    new MasterUploadedHandler(ingestVideo, Duration.ZERO)
        .handleRequest(
            new ByteArrayInputStream(event.replace(SampleVideos.ID, ID).getBytes(UTF_8)),
            OutputStream.nullOutputStream(),
            null);
    assertThat(problems()).isEmpty();
  }

  /** Of the master that the catalogue has. */
  private String kept(String language) {
    var version = videos.find(ID).orElseThrow().masterVersion();
    return uploads.texts().getOrDefault("texts/%s/%s/%s.vtt".formatted(ID, version, language), "");
  }

  private List<String> warnings() {
    return ((List<?>) uploads.report(ID).getOrDefault("warnings", List.of()))
        .stream()
            .map(it -> (Map<?, ?>) it)
            .map(it -> it.get("pointer") + " " + it.get("code"))
            .toList();
  }
}
