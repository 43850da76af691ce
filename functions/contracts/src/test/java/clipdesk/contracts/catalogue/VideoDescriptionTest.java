package clipdesk.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class VideoDescriptionTest {
  private static final String WHOLE =
      Golden.of(VideoDescriptionTest.class, "video-description.json").written();

  static Stream<Arguments> descriptions() {
    return Stream.of(
        Arguments.of("video-description.json", SampleDescriptions.WHOLE),
        Arguments.of("video-description-least.json", SampleDescriptions.LEAST));
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void descriptionIsWrittenAndReadAsCommitted(String file, VideoDescription description) {
    var golden = Golden.of(VideoDescriptionTest.class, file);

    assertThat(Json.text(description.members())).isEqualTo(golden.written());
    assertThat(read(golden.text())).isEqualTo(description);
  }

  @Test
  void whatAnUploaderMayLeaveOutIsRead() {
    var text =
        Golden.of(VideoDescriptionTest.class, "video-description-least.json")
            .written()
            .replace("\"schema\":1,", "")
            .replace("\"speakers\":[],", "")
            .replace(",\"audio\":[]", "");

    assertThat(read(text)).isEqualTo(SampleDescriptions.LEAST);
  }

  @Test
  void instantsOfAnyOffsetAreReadAndKeptAsTold() {
    var text = WHOLE.replace("2026-02-12T15:00:00.123456789Z", "2026-02-12T16:00:00+01:00");

    var restrictions = read(text).restrictions();
    assertThat(restrictions.embargoEnd()).contains(Instant.parse("2026-02-12T15:00:00Z"));
    assertThat(restrictions.embargoUntil()).contains(new ToldInstant("2026-02-12T16:00:00+01:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "schema":1                    | "schema":2                     | schema
          "schema":1                    | "schema":"1"                   | schema
          "videoId":"2026               | "videoId":"../2026             | videoId
          "videoId":                    | "video":                       | videoId
          "fr":"Conférence de presse"   | "fr":""                        | title/fr
          "fr":"Conférence de presse",  | ''                             | title/fr
          "description":{               | "description":"x","d":{        | description
          "fr":"Après la réunion."      | "fr":7                         | description/fr
          "event":{                     | "event":[],"e":{               | event
          "id":"2026-02-defmin"         | "id":""                        | event/id
          "fr":"Réunion"                | "fr":null                      | event/name/fr
          "date":"2026-02-12"           | "date":"+10000-01-01"          | date
          "date":"2026-02-12"           | "date":"2026-02-30"            | date
          "country":"BE"                | "country":{}                   | place/country
          "fr":"Bruxelles"              | "fr":true                      | place/city/fr
          "speakers":[{                 | "speakers":[1,{                | speakers
          "id":"sg"                     | "id":7                         | speakers/0/id
          "en":"Secretary General"      | "en":""                        | speakers/0/role/en
          "role":{"fr":"Secr            | "role":[],"r":{"fr":"Secr      | speakers/0/role
          "aliases":["A. Sample"        | "aliases":[1                   | speakers/0/aliases
          "languages":["en"             | "languages":[1                 | languages
          "languages":                  | "tongues":                     | languages
          "credit":"Courtesy"           | "credit":""                    | terms/credit
          "embargoUntil":"2026          | "embargoUntil":"+1000002026    | embargoUntil
          "embargoUntil":"2026          | "embargoUntil":7,"e":"2026     | embargoUntil
          "embargoUntil":"2026          | "embargoUntil":null,"e":"2026  | embargoUntil
          "announce":false              | "announce":0                   | announce
          "legalBlock":true             | "legalBlock":"yes"             | legalBlock
          "withdrawn":{                 | "withdrawn":true,"w":{         | withdrawn
          "at":"2026-02-13T08:00:00Z"   | "at":"yesterday"               | withdrawn/at
          "at":"2026-02-13T08:00:00Z",  | ''                             | withdrawn/at
          "reason":"Wrong file"         | "reason":1                     | withdrawn/reason
          "master":{"file":"master.mp4" | "master":{"file":""            | master/file
          "sha256":"ab                  | "sha256":1,"s":"ab             | master/sha256
          "renditions":[                | "renditions":{},"r":[          | renditions
          "name":"web"                  | "name":""                      | renditions/1/name
          "file":"renditions/web.mp4"   | "f":"renditions/web.mp4"       | renditions/1/file
          "preview":"web"               | "preview":["web"]              | preview
          "audio":[                     | "audio":[[],                   | audio
          "index":1                     | "index":-1                     | audio/1/index
          "role":"original"             | "role":{}                      | audio/0/role
          """)
  void badDescriptionSaysWhichMemberIsWrong(String good, String bad, String member) {
    assertThat(WHOLE).contains(good);

    assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  private static VideoDescription read(String text) {
    return VideoDescription.of(Members.read(text));
  }
}
