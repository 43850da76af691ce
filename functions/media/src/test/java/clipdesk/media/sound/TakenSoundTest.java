package clipdesk.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.index.TrackInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sound is handed on as it is, and which is made anew. */
final class TakenSoundTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "aac, 48000, 2, as it is",
    "aac, 16000, 1, as it is",
    "aac, 48001, 2, made of as it is",
    "aac, 48000, 3, made of as it is",
    "ac3, 48000, 2, made of as it is",
    "pcm, 48000, 1, made of as it is"
  })
  void soundIsMadeAnewUnlessItIsTakenAsItIs(String codec, int rate, int channels, String made)
      throws Exception {
    var file = folder.resolve("sound.m4a");

    new TakenSound(copy(codec, rate, channels), TakenSoundTest::remake).write(file);

    assertThat(file).hasContent(made);
    assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
  }

  @Test
  void soundThatCannotBeMadeAnewLeavesNothing() {
    var sound =
        new TakenSound(
            copy("ac3", 48_000, 2),
            (_, _) -> {
              throw new NoSoundException(new IOException("not decoded"));
            });

    assertThatThrownBy(() -> sound.write(folder.resolve("sound.m4a")))
        .isInstanceOf(NoSoundException.class);

    assertThat(folder).isEmptyDirectory();
  }

  private static TakenSound.Copy copy(String codec, int rate, int channels) {
    return file -> {
      Files.writeString(file, "as it is");
      return new TrackInfo("a1", TrackInfo.Kind.AUDIO, codec, "eng", 0, 0, rate, channels);
    };
  }

  private static void remake(Path copy, Path file) throws IOException {
    Files.writeString(file, "made of " + Files.readString(copy));
  }
}
