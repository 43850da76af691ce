package clipdesk.transcript.editlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.refusals.UnsupportedInputException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EditListTest {
  private static final ListedMaster MASTER =
      new ListedMaster("talk-1", "talk.mp4", 100_000, Optional.of("10:00:00:00"));
  private static final ListedMaster DROPPING =
      new ListedMaster("talk-2", "talk 2.mp4", 100_000, Optional.of("00:59:59;28"));
  private static final ListedMaster PLAIN =
      new ListedMaster("talk-3", "talk-3.mp4", 100_000, Optional.empty());

  private static ListedClip clip(ListedMaster master, long in, long out) {
    return new ListedClip(
        master,
        "Answer",
        in,
        out,
        Optional.of("Ana Sample"),
        Optional.empty(),
        Optional.of("It may, \"well\"."));
  }

  private static ClipList list(long num, long den, ListedClip... clips) {
    return new ClipList("Evening\nnews", num, den, List.of(clips));
  }

  /** OpenNewsLabs/autoEdit_2#26: read at another rate, a list drifts away from the sound. */
  @Test
  void edlHasTheMastersTimecodeAndSaysTheRate() {
    assertThat(Cmx3600.write(list(25, 1, clip(MASTER, 25, 50), clip(MASTER, 100, 101))))
        .isEqualTo(
            """
            TITLE: Evening news
            FCM: NON-DROP FRAME

            001  AX       AA/V  C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00
            * FROM CLIP NAME: talk.mp4
            * COMMENT: Answer
            * RATE 25/1

            002  AX       AA/V  C        10:00:04:00 10:00:04:01 01:00:01:00 01:00:01:01
            * FROM CLIP NAME: talk.mp4
            * COMMENT: Answer
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void edlDropsFramesInAllFourWhereTheMasterDoes() {
    assertThat(Cmx3600.write(list(30_000, 1_001, clip(DROPPING, 0, 1_802))))
        .contains("FCM: DROP FRAME\r\n\r\n001 ")
        .contains("* RATE 30000/1001\r\n")
        .contains(" 00:59:59;28 01:01:00;02 01:00:00;00 01:01:00;04\r\n");
  }

  @Test
  void edlOfMixedMastersChangesItsModeForTheOneThatDrops() {
    assertThat(Cmx3600.write(list(30_000, 1_001, clip(PLAIN, 0, 30), clip(DROPPING, 2, 32))))
        .contains("FCM: NON-DROP FRAME\r\n\r\n001 ")
        .contains("00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00\r\n")
        .contains("THE MASTER HAS NO TIMECODE")
        .contains("FCM: DROP FRAME\r\n002  AX       AA/V  C        01:00:00;00 01:00:01;00 ");
  }

  @Test
  void edlOverThirtyFramesWritesTheirNumbersAndSaysSo() {
    assertThat(Cmx3600.write(list(50, 1, clip(MASTER, 49, 99))))
        .contains("* COMMENT: FRAMES COUNT TO 49\r\n")
        .contains(" 10:00:00:49 10:00:01:49 01:00:00:00 01:00:01:00\r\n");
  }

  @Test
  void fcpxmlTimesAreWholeFrames() {
    var xml = Fcpxml.write(list(30_000, 1_001, clip(PLAIN, 10, 40), clip(PLAIN, 90, 91)));

    assertThat(xml)
        .contains("<fcpxml version=\"1.10\">")
        .contains("frameDuration=\"1001/30000s\"")
        .contains("duration=\"100100000/30000s\"")
        .contains("<sequence format=\"r1\" duration=\"31031/30000s\" tcStart=\"0s\"")
        .contains("offset=\"0s\" start=\"10010/30000s\" duration=\"30030/30000s\"")
        .contains("offset=\"30030/30000s\" start=\"90090/30000s\" duration=\"1001/30000s\"")
        .contains("<note>It may, \"well\".</note>")
        .containsOnlyOnce("<asset ");
  }

  @Test
  void otioHasFramesAndTheirRate() {
    assertThat(Otio.write(list(24_000, 1_001, clip(MASTER, 24, 48))))
        .contains("\"OTIO_SCHEMA\":\"Timeline.1\",\"name\":\"Evening\\nnews\"")
        .contains(
            "\"start_time\":{\"OTIO_SCHEMA\":\"RationalTime.1\",\"rate\":23.976023976023978,"
                + "\"value\":864024.0}")
        .contains("\"quote\":\"It may, \\\"well\\\".\"");
  }

  @Test
  void tableQuotesWhatWouldPartItsCellsAndHoldsNoFormula() {
    var clip =
        new ListedClip(
            MASTER,
            "=SUM(A1)",
            0,
            25,
            Optional.empty(),
            Optional.of("A, B"),
            Optional.of("- one\ntwo"));

    assertThat(ClipTable.write(list(25, 1, clip)))
        .isEqualTo(
            "video,clip,speaker,outlet,quote,rate,sourceIn,sourceOut,frames\r\n"
                + "talk-1,'=SUM(A1),,\"A, B\",\"'- one\ntwo\",25/1,10:00:00:00,10:00:01:00,25\r\n");
  }

  @Test
  void framesOutsideOfTheMasterAreNoClip() {
    assertThat(clip(PLAIN, 99_999, 100_000).frames()).isEqualTo(1);
    assertThatThrownBy(() -> clip(PLAIN, 99_999, 100_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clip(PLAIN, 5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moreThanTheFormNumbersAreRefused() {
    var clip = clip(PLAIN, 0, 1);

    assertThat(new ClipList("t", 25, 1, Collections.nCopies(999, clip)).clips()).hasSize(999);
    assertThatThrownBy(() -> new ClipList("t", 25, 1, Collections.nCopies(1_000, clip)))
        .isInstanceOf(UnsupportedInputException.class);
  }
}
