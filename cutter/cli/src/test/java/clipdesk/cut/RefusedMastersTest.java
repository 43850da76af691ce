package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masters that cannot be cut, and what is said of them. */
final class RefusedMastersTest extends MastersAsTheyCome {
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void encryptedMasterIsRefusedAsSuch(boolean fragmented) throws IOException {
    var more = fragmented ? " -movflags +frag_keyframe+empty_moov+default_base_moof" : "";
    var master = make("secret.mp4", "25", X264 + more);
    patch(master, "avc1", entry -> entry.put(4, "encv".getBytes(StandardCharsets.US_ASCII)));

    assertThat(cut(master, "f10", "f20")).isEqualTo(1);
    assertThat(said).isEqualTo(master + " is encrypted. Only a video in the clear can be read.\n");
  }

  @ParameterizedTest
  @CsvSource({"mp4a, enca", "pasp, sinf"})
  void encryptionIsFoundInSoundAndInEntriesThatDoNotNameIt(String box, String renamed)
      throws IOException {
    var master = make("secret.mp4", "25", X264);
    patch(master, box, entry -> entry.put(4, renamed.getBytes(StandardCharsets.US_ASCII)));

    assertThat(cut(master, "f10", "f20")).isEqualTo(1);
    assertThat(said).contains("is encrypted");
  }

  /** In place of a track's number for all time, which nobody reads, stands how it is encrypted. */
  @Test
  void encryptionIsFoundInMatroska() throws IOException {
    var master = make("secret.mkv", "25", X264);
    var bytes = ByteBuffer.wrap(Files.readAllBytes(master));
    int uid = 0;
    while (bytes.getShort(uid) != 0x73c5 || bytes.get(uid + 2) != (byte) 0x88) {
      uid++;
    }
    bytes.put(uid, HexFormat.of().parseHex("6d80886240855033820001"));
    Files.write(master, bytes.array());

    assertThat(cut(master, "f10", "f20")).isEqualTo(1);
    assertThat(said).contains("is encrypted");
  }

  @Test
  void picturesOfWhichNoneCanBeDecodedAreSaidToBe() throws IOException {
    var master = make("nothing.mkv", "25", "-c:v mpeg4");
    byte[] bytes = Files.readAllBytes(master);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] other = "V_QUICKTIMES  ".substring(0, 14).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(other, 0, bytes, text.indexOf("V_MPEG4/ISO/ASP"), other.length);
    Files.write(master, bytes);

    assertThat(cut(master, "f0", "f5")).isEqualTo(1);
    assertThat(said).contains("none can be decoded");
  }

  @Test
  void picturesThatAreAllShownAtOnceMakeNoClip() throws IOException {
    var master = make("at-once.mp4", "25", X264 + " -bf 0");
    patch(master, "stts", box -> box.putInt(20, 0));

    assertThat(cut(master, "f0", "f1")).isEqualTo(1);
    assertThat(said).contains("two pictures at one time");
  }

  @Test
  void headOfAStreamWhosePicturesAreInOtherFilesHasNone() throws IOException {
    var whole = make("whole.mp4", "25", X264 + " -movflags +frag_keyframe+empty_moov");
    byte[] bytes = Files.readAllBytes(whole);
    int fragments = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("moof") - 4;
    var head = Files.write(folder.resolve("init.mp4"), Arrays.copyOf(bytes, fragments));

    assertThat(cut(head, "f0", "f1")).isEqualTo(1);
    assertThat(said).contains("has no pictures");
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
    var half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, 9000));
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
    }
    assertThat(cut(plain, "f1", "f900")).isEqualTo(1);
    assertThat(cut(half, "f1", "f2")).isEqualTo(1);
    assertThat(said)
        .contains("incomplete")
        .contains("9,000 bytes are there")
        .contains("are missing");
    assertThat(cut(sound, "f1", "f2")).isEqualTo(1);
    assertThat(said).contains("no pictures");
  }
}
