package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a master is in its clip, and what is left out and named. */
final class WhatAClipKeepsTest extends MastersAsTheyCome {
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
  void boxesThatADeviceAddsAreLeftOutAndNamed() throws IOException {
    var master = make("car.mp4", "25", X264 + " -metadata title=Talk");
    patch(master, "udta", box -> box.put(4, "gps ".getBytes(StandardCharsets.US_ASCII)));

    assertThat(cut(master, "f30", "f45")).isZero();
    assertThat(clipText()).doesNotContain("gps ", "Talk");
    assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("the device noted"));
  }

  @ParameterizedTest
  @CsvSource({"plain.mp4, chapters.mp4", "plain.mkv, chapters.mkv", "vp9.mkv, chapters.mkv"})
  void chaptersOfTheWholeAreLeftOutAndNamed(String first, String withChapters) throws IOException {
    var chapters = folder.resolve("chapters");
    Files.writeString(
        chapters, ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=2000\ntitle=second\n");
    var vp9 = "-c:v libvpx-vp9 -deadline realtime -cpu-used 8";
    var plain = make(first, "25", first.startsWith("vp9") ? vp9 : X264);
    var master = folder.resolve(withChapters);
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
  void timecodeOfAnyContainerIsInTheClip() throws IOException {
    var master = sounding("tc.mxf", "-c:v mpeg2video -timecode 10:00:00:00 -f mxf", "pcm_s16le");

    assertThat(cut(master, "10:00:00:05", "10:00:00:15")).as(said).isZero();

    assertThat(clipText()).contains("tmcd");
    var clip = folder.resolve("clip.mp4");
    Files.move(clip, folder.resolve("first.mp4"));
    assertThat(cut(folder.resolve("first.mp4"), "10:00:00:07", "10:00:00:09")).as(said).isZero();
    assertThat(asked()).isEqualTo(Map.of("inFrame", 2, "outFrame", 4));
  }

  @Test
  void secondPictureTrackIsNamedAndTheFirstOneCopied() throws IOException {
    var plain = make("plain.mp4", "25", X264);
    var master = folder.resolve("two.mp4");
    FfmpegProgram.run(
        List.of("-i %s -map 0 -map 0:v -c copy %s".formatted(plain, master).split(" ")));

    assertThat(cut(master, "f20", "f50")).as(said).isZero();

    assertThat(report.get("method")).isNotEqualTo("reencode");
    assertThat(dropped()).anySatisfy(text -> assertThat(text).startsWith("v2"));
  }

  @Test
  void transparencyAndDepthThatAreLostAreNamed() throws IOException {
    var master = make("argb.mov", "25", "-c:v qtrle -pix_fmt argb");

    assertThat(cut(master, "f5", "f8")).as(said).isZero();
    assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("transparency"));
  }

  @Test
  void picturesOfAnOddSizePassTheirCheckWithoutTheLastColumnAndRow() throws IOException {
    var master = make("odd.mkv", "25", "-vf crop=191:107:0:0:exact=1 -c:v ffv1 -pix_fmt yuv420p");

    assertThat(cut(master, "f5", "f30")).as(said).isZero();
    assertThat(frames().get("total")).isEqualTo(25);
  }

  private Map<?, ?> frames() {
    return (Map<?, ?>) report.get("frames");
  }

  @ParameterizedTest
  @CsvSource({"alac, mov, 0", "flac, mp4, 0", "libmp3lame, mp4, 3"})
  void packetsOfSoundThatStandAloneNeedNoneBeforeThem(String codec, String container, int least)
      throws IOException {
    var master = sounding("sound." + container, X264, codec);

    assertThat(cut(master, "f30", "f45")).as(said).isZero();

    var sound = (Map<?, ?>) ((List<?>) report.get("audio")).getFirst();
    assertThat(((Number) sound.get("prerollPackets")).intValue())
        .isBetween(least, least == 0 ? 0 : 9);
    assertThat(sound.get("codec").toString()).isNotEqualTo("aac");
  }

  @ParameterizedTest
  @CsvSource({"adpcm_ms", "adpcm_ima_wav"})
  void soundWhosePacketsAreNotListedIsEncodedAndHeard(String codec) throws IOException {
    var master = sounding("adpcm.mov", X264, codec);

    assertThat(cut(master, "f10", "f40")).as(said).isZero();

    assertThat(report.get("methodReason")).isEqualTo("SOUND_CODEC");
    var samples = folder.resolve("samples");
    var command = "-i %s -vn -ac 1 -ar 48000 -f s16le %s";
    FfmpegProgram.run(List.of(command.formatted(folder.resolve("clip.mp4"), samples).split(" ")));
    assertThat(Files.size(samples)).isBetween(2L * 57_000, 2L * 60_000);
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
  void textsThatOverlapTheClipAreInIt() throws IOException {
    var texts = folder.resolve("s.srt");
    Files.writeString(texts, "1\n00:00:00,500 --> 00:00:01,500\nHello\n\n");
    var plain = make("plain.mp4", "25", X264);
    var master = folder.resolve("texts.mp4");
    FfmpegProgram.run(
        List.of(
            "-i %s -i %s -map 0 -map 1 -c copy -c:s mov_text %s"
                .formatted(plain, texts, master)
                .split(" ")));

    assertThat(cut(master, "f36", "f46")).isZero();
    assertThat(clipText()).contains("Hello");
    assertThat(dropped()).isEmpty();

    assertThat(cut(master, "f38", "f46")).isZero();
    assertThat(clipText()).doesNotContain("Hello");
  }

  @Test
  void textsOfTwoStylesStayAndThePictureIsCopied() throws IOException {
    var master = textsOfTwoStyles();

    assertThat(cut(master, "f3", "f45")).isZero();

    assertThat(dropped()).isEmpty();
    assertThat(report.get("method")).isNotEqualTo("reencode");
    assertThat(TwoTextStyles.descriptions(folder.resolve("clip.mp4")))
        .isEqualTo(TwoTextStyles.descriptions(master));
    // FFmpeg decodes no track of texts that has two descriptions.
    assertThat(clipText()).contains("One", "Two", "Three");
  }

  @Test
  void textsOfTheSecondStyleAloneStayInIt() throws IOException {
    assertThat(cut(textsOfTwoStyles(), "f30", "f45")).isZero();

    assertThat(report.get("method")).isNotEqualTo("reencode");
    assertThat(clipText()).contains("Three").doesNotContain("One");
  }

  @Test
  void textsOfTwoStylesAreKeptWhereThePictureIsEncodedAnew() throws IOException {
    assertThat(cut(textsOfTwoStyles(), "f3", "f45", "--method", "reencode")).isZero();

    assertThat(report.get("method")).isEqualTo("reencode");
    assertThat(dropped()).isEmpty();
    assertThat(clipText()).contains("One", "Two", "Three");
  }

  /** ISO/IEC 14496-30, 7: such texts are shown at the times of their samples. */
  @Test
  void textsOfWebVttStay() throws IOException {
    var master = texts("wvtt.mp4");
    patch(master, "tx3g", box -> box.put(4, "wvtt".getBytes(StandardCharsets.US_ASCII)));

    assertThat(cut(master, "f3", "f22")).isZero();

    assertThat(clipText()).contains("wvtt", "One", "Two").doesNotContain("Three");
    assertThat(dropped()).isEmpty();
  }

  /** dashjs and ISO/IEC 14496-30, 5.3: such texts would be shown at the master's times. */
  @Test
  void textsThatSayTheirOwnTimesAreLeftOutAndNamed() throws IOException {
    var master = texts("stpp.mp4");
    patch(master, "tx3g", box -> box.put(4, "stpp".getBytes(StandardCharsets.US_ASCII)));

    for (var method : new String[] {"smart", "reencode"}) {
      assertThat(cut(master, "f3", "f45", "--method", method)).isZero();
      assertThat(clipText()).doesNotContain("Two");
      assertThat(dropped()).anySatisfy(it -> assertThat(it).contains("times of the master"));
    }
  }

  private Path textsOfTwoStyles() throws IOException {
    var master = texts("styles.mp4");
    TwoTextStyles.patch(master);
    return master;
  }

  private Path texts(String name) throws IOException {
    var texts = folder.resolve("s.srt");
    Files.writeString(
        texts,
        "1\n00:00:00,200 --> 00:00:00,480\nOne\n\n2\n00:00:00,500 --> 00:00:00,880\nTwo\n\n"
            + "3\n00:00:01,100 --> 00:00:01,700\nThree\n\n");
    var plain = make("plain.mp4", "25", X264);
    var master = folder.resolve(name);
    FfmpegProgram.run(
        List.of(
            "-y -i %s -i %s -map 0 -map 1 -c copy -c:s mov_text %s"
                .formatted(plain, texts, master)
                .split(" ")));
    return master;
  }

  @Test
  void hdrIsKeptWhereFramesAreCopiedAndNamedWhereItIsLost() throws IOException {
    var master =
        make(
            "hdr.mp4",
            "25",
            "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -tag:v hvc1 -x265-params"
                + " log-level=none:pools=none:frame-threads=1:keyint=25:hdr10=1:repeat-headers=1"
                + ":master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)"
                + "L(10000000,50):max-cll=1000,400:transfer=smpte2084");

    assertThat(cut(master, "f30", "f35")).isZero();
    assertThat(dropped()).isEmpty();
    // What stands in the sample entry, and in front of the first picture.
    assertThat(clipText()).contains("hvc1", "\u0000\u0089").doesNotContain("avc1\u0000");

    assertThat(cut(master, "f30", "f35", "--method", "reencode")).isZero();
    assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("mastering display"));
  }
}
