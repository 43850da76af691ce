package clipdesk.cutter.transport;

import static clipdesk.cutter.transport.TransportReaderTest.of;
import static clipdesk.cutter.transport.TransportReaderTest.samples;
import static clipdesk.cutter.transport.TransportReaderTest.source;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.SoundObject;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound of broadcasts that FFmpeg put in packets, beside the MP4 that it took it from. */
class TransportSoundTest {
  private static final int SECONDS = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mp2 -b:a 192k",
        "mp2 -ar 24000 -ac 1 -b:a 64k",
        "libmp3lame -b:a 128k -ar 44100",
        "libmp3lame -ar 22050 -ac 1",
        "ac3 -b:a 192k",
        "ac3 -b:a 96k -ar 44100 -ac 1",
        "ac3 -ac 6 -b:a 448k",
        "eac3 -b:a 96k",
        "eac3 -b:a 64k -ar 44100 -ac 1",
        "eac3 -ac 6 -b:a 256k"
      })
  void soundIsListedAndDescribedAsInTheMp4(String codec) throws IOException {
    assertAlike(codec, "");
  }

  /** Small packets and some of more than 255 bytes, whose length takes more than a byte. */
  @ParameterizedTest
  @ValueSource(strings = {"aac -b:a 16k -ac 1", "aac -b:a 192k", "aac -b:a 400k -ac 6 -ar 44100"})
  void aacIsTakenOutOfLatm(String codec) throws IOException {
    assertAlike(codec, "-mpegts_flags +latm");
  }

  private void assertAlike(String codec, String how) throws IOException {
    var pictures = Masters.ofSeconds(SECONDS).get(MasterType.CLOSED_GOP);
    byte[] mp4 = made("sound.mp4", "-i %s -c:v copy -t 2 -c:a %s".formatted(pictures, codec));
    var names = "-metadata service_name=\u00e9 -metadata service_provider=\u00e9";
    byte[] packets =
        made("sound.ts", "-i %s -c copy %s %s".formatted(folder.resolve("sound.mp4"), how, names));

    var found = TransportReader.read(new CachedReader(source(packets)));

    var wanted = of(TrackKind.AUDIO, MovieReader.read(new CachedReader(source(mp4))).tracks());
    var sound = of(TrackKind.AUDIO, found.movie().tracks());
    assertThat(samples(sound, found.assembly().apply(source(packets))))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(samples(wanted, source(mp4)));
    assertThat(sound.timescale()).isEqualTo(wanted.timescale());
    assertThat(sound.samples().window(0, 1).duration(0))
        .isEqualTo(wanted.samples().window(0, 1).duration(0));
    var description = sound.description();
    assertThat(description.format()).isEqualTo(wanted.description().format());
    assertThat(description.config("dac3").map(Arrays::toString))
        .isEqualTo(wanted.description().config("dac3").map(Arrays::toString));
    assertThat(substream(description)).isEqualTo(substream(wanted.description()));
    assertThat(SoundObject.isMp3(description)).isEqualTo(SoundObject.isMp3(wanted.description()));
  }

  /** FFmpeg's bit rate is its encoder's, and a byte stands behind what the standard has. */
  private static Optional<String> substream(SampleDescription description) {
    return description.config("dec3").map(it -> Arrays.toString(Arrays.copyOfRange(it, 2, 5)));
  }

  private byte[] made(String name, String how) throws IOException {
    var file = folder.resolve(name);
    FfmpegProgram.run(List.of((how + " " + file).split(" +")));
    return Files.readAllBytes(file);
  }
}
