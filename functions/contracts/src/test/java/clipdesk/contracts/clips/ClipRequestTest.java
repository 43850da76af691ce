package clipdesk.contracts.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.StoredObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipRequestTest {
  private static final String VIDEO = "2026-02-12-ministers-presser";
  private static final String MASTER = "9f2c11d0a4be7710";
  private static final String ID = "98c892abcb41da900c394d1b7060b6de1958c9f2";
  private static final Golden GOLDEN = Golden.of(ClipRequestTest.class, "clip-request.json");
  private static final ClipRequest REQUEST =
      new ClipRequest(
          VIDEO,
          3,
          2,
          Instant.parse("2026-02-12T15:00:00.250Z"),
          new StoredObject(
              "masters/2026-02-12-ministers-presser/master.mp4",
              "3HL4kqtJlcpXroDTDmJ",
              "\"9a0c-12\"",
              5_512_345_678L),
          MASTER,
          30_087,
          30_837,
          new Rate(25, 1),
          ClipRequest.PROFILE,
          List.of("v1", "a1"));

  @Test
  void requestIsWrittenAndReadAsCommitted() {
    assertThat(REQUEST.json()).isEqualTo(GOLDEN.written());
    assertThat(ClipRequest.read(ID, GOLDEN.text())).isEqualTo(REQUEST);
    assertThat(ClipRequest.read(ID, REQUEST.json())).isEqualTo(REQUEST);
  }

  /** Taken from the words of the contract with sha256sum; a change makes every clip a new one. */
  @Test
  void threeIdsStayAsTheyAre() {
    assertThat(id(30087, 30837, List.of("a1", "v1"))).isEqualTo(ID);
    assertThat(id(44010, 44760, List.of("v1")))
        .isEqualTo("0e0b56871d26a971679c80ddab991217c6337e77");
    assertThat(id(0, 1, List.of("a1", "a2", "v1")))
        .isEqualTo("3ad05c4a037df0d3431332ad874896d12a55fbbf");
  }

  @Test
  void orderOfTheTracksDoesNotMatter() {
    assertThat(id(0, 25, List.of("v1", "a2", "a1")))
        .isEqualTo(id(0, 25, List.of("a1", "a2", "v1")));
  }

  @Test
  void neitherAttemptNorPlaceOfTheMasterIsPartOfTheId() {
    var moved =
        GOLDEN
            .written()
            .replace("\"attempt\":3", "\"attempt\":4")
            .replace("3HL4kqtJlcpXroDTDmJ", "another");

    assertThat(ClipRequest.read(ID, moved).attempt()).isEqualTo(4);
  }

  @Test
  void requestOfAnOlderVersionHasHadOneMasterOnly() {
    var older = GOLDEN.written().replace("\"firstAttempt\":2,", "").replace("\"schema\":1,", "");

    assertThat(ClipRequest.read(ID, older).firstAttempt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "schema":1               | "schema":2             | schema
          "clipId":"98c8           | "clipId":"08c8         | clipId
          "videoId":"2026          | "videoId":"2025        | clipId
          "videoId":"2026-02-12-ministers-presser" | "videoId":"" | videoId
          "attempt":3              | "attempt":0            | attempt
          "attempt":3              | "attempt":2147483648   | attempt
          "firstAttempt":2         | "firstAttempt":4       | firstAttempt
          "firstAttempt":2         | "firstAttempt":"2"     | firstAttempt
          2026-02-12T15:00:00.250Z | yesterday              | requestedAt
          "source":{               | "source":[],"other":{  | source
          "versionId":"3HL4kqtJlcpXroDTDmJ" | "versionId":"" | source/versionId
          "sizeBytes":5512345678   | "sizeBytes":-1         | source/sizeBytes
          "sizeBytes":5512345678   | "sizeBytes":1.5        | source/sizeBytes
          "masterVersion":"9f2c    | "masterVersion":"0f2c  | clipId
          "inFrame":30087          | "inFrame":-1           | inFrame
          "inFrame":30087          | "inFrame":1099511627777 | inFrame
          "outFrame":30837         | "outFrame":30087       | outFrame
          "outFrame":30837         | "outFrame":1e9         | outFrame
          "num":25                 | "num":0                | frameRate/num
          "den":1                  | "den":1099511627777    | frameRate/den
          "exact@1"                | "exact@2"              | clipId
          ["a1","v1"]              | ["a1","v1","a2"]       | clipId
          ["a1","v1"]              | "v1"                   | tracks
          ["a1","v1"]              | [1]                    | tracks
          """)
  void badRequestSaysWhichMemberIsWrong(String good, String bad, String member) {
    assertThat(GOLDEN.written()).contains(good);

    assertMalformed(ID, GOLDEN.written().replace(good, bad), member);
  }

  @Test
  void requestUnderTheKeyOfAnotherClipIsMalformed() {
    assertMalformed("0".repeat(40), GOLDEN.text(), "clipId");
  }

  @Test
  void clipWithoutATrackIsNone() {
    var id = id(30087, 30837, List.of());

    assertMalformed(
        id, GOLDEN.written().replace(ID, id).replace("[\"a1\",\"v1\"]", "[]"), "tracks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "[]", "{}{}"})
  void textThatIsNoJsonObjectIsMalformed(String text) {
    assertMalformed(ID, text, "");
  }

  private static void assertMalformed(String id, String text, String member) {
    assertThatThrownBy(() -> ClipRequest.read(id, text))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  private static String id(long in, long out, List<String> tracks) {
    return ClipRequest.id(VIDEO, MASTER, in, out, ClipRequest.PROFILE, tracks);
  }
}
