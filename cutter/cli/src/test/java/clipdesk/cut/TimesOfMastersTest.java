package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seconds, frames and timecodes of masters, as a player means them. */
final class TimesOfMastersTest extends MastersAsTheyCome {
  @Test
  void timecodeThatCountsEverySecondPictureIsReadAsItCounts() throws IOException {
    var master = make("60.mp4", "60000/1001", X264 + " -timecode 00:00:10;00");
    patch(master, "tmcd", TimesOfMastersTest::halveTheCount);

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
      assertThat(dropped()).anySatisfy(text -> assertThat(text).contains("clock jumps once"));
    }
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
}
