package clipdesk.cutter.index;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.mp4.KeptBox;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.Track;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A master may say anything; what leaves here can be a part of a path. */
final class TrackNamesTest {
  private static final int FRENCH = ('f' - 0x60) << 10 | ('r' - 0x60) << 5 | ('a' - 0x60);
  private static final int UNKNOWN = 0x7fff;

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "pt-BR, pt-BR",
    "zh-Hant-TW, zh-Hant-TW",
    "abcdefgh-12345678-12345678-12345678, abcdefgh-12345678-12345678-12345678",
    "abcdefgh-12345678-12345678-123456789, fra",
    "e, fra",
    "en_GB, fra",
    "en-, fra",
    "../x, fra",
    "'EN\"; FILENAME=\"x', fra"
  })
  void extendedTagCountsIfItIsOne(String said, String language) {
    assertThat(info(FRENCH, said, "mp4a").language()).isEqualTo(language);
  }

  @Test
  void everyPackedCodeIsThreeLettersOrUnknown() {
    for (int code = 0x400; code <= 0xffff; code++) {
      assertThat(info(code, "", "mp4a").language()).matches("[a-z]{3}");
    }
    assertThat(info(UNKNOWN, "", "mp4a").language()).isEqualTo("und");
  }

  @ParameterizedTest
  @CsvSource({"mp4a, aac", "XYZ1, XYZ1", "'abc ', abc", "'a\"b;', unknown", "../x, unknown"})
  void formatWithoutACommonNameIsNamedByItsOwnCharacters(String format, String codec) {
    assertThat(info(FRENCH, "", format).codec()).isEqualTo(codec);
  }

  @Test
  void noByteOfAMasterLeavesTheAlphabet() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var said = new byte[random.nextInt(60)];
      random.nextBytes(said);
      var format = new byte[4];
      random.nextBytes(format);
      var info =
          info(
              random.nextInt(0x10000),
              new String(said, StandardCharsets.ISO_8859_1),
              new String(format, StandardCharsets.ISO_8859_1));
      assertThat(info.language()).as("seed 7, track %d", i).matches("[A-Za-z]{2,8}[A-Za-z0-9-]*");
      assertThat(info.codec()).as("seed 7, track %d", i).matches("[A-Za-z0-9][A-Za-z0-9.-]*");
    }
  }

  private static TrackInfo info(int languageCode, String extended, String format) {
    var made = NewMovie.sound(1, 48_000, "und");
    var bytes =
        ByteBuffer.allocate(13 + extended.length())
            .putInt(13 + extended.length())
            .put("elng".getBytes(StandardCharsets.US_ASCII))
            .putInt(0)
            .put(extended.getBytes(StandardCharsets.ISO_8859_1))
            .put((byte) 0)
            .array();
    var track =
        new Track(
            made.number(),
            made.kind(),
            made.timescale(),
            made.header(),
            languageCode,
            made.edit(),
            new SampleDescription(new byte[0], format, 1, 0, 0),
            made.inTrack(),
            List.of(new KeptBox("elng", bytes)),
            made.inInformation(),
            /* pcmFrameBytes= */ 0,
            /* uniformBytes= */ 0,
            made.samples());
    return TrackNames.info(TrackInfo.Kind.AUDIO, 1, track, /* quickTime= */ false);
  }
}
