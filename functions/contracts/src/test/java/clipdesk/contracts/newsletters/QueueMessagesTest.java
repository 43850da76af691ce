package clipdesk.contracts.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the planner and the sender are told. */
final class QueueMessagesTest {
  private static final String CAMPAIGN = "4f0c1d7a2b9e8c3f6a5d0b1e7c";
  private static final List<String> SUBSCRIBERS =
      List.of("a1f4c6d2-0b7e-4e7c-8a3d-5d9b2c1e0f48", "a7d90e35-6c1b-4f2a-9e8d-3b4c5a6f7081");

  static Stream<Arguments> toTheSender() {
    return Stream.of(
        Arguments.of("batch-to-send.json", new BatchToSend(CAMPAIGN, "a", SUBSCRIBERS)),
        Arguments.of(
            "confirmation-to-mail.json",
            new ConfirmationToMail(
                "ada@press.example",
                List.of("announcements", "press-briefings"),
                "uk",
                "2026-01",
                Instant.parse("2026-02-12T15:00:00.250Z"))),
        Arguments.of(
            "erasure-to-mail.json",
            new ErasureToMail(
                "a1f4c6d2-0b7e-4e7c-8a3d-5d9b2c1e0f48", Instant.parse("2026-02-12T15:00:00.250Z"))),
        Arguments.of(
            "notice-to-mail.json",
            new NoticeToMail(
                CAMPAIGN,
                CAMPAIGN + "#paused#2026-02-12T15:00:00.250Z",
                NoticeToMail.What.PAUSED,
                "reputation",
                612,
                2,
                31,
                1)),
        Arguments.of(
            "test-to-mail.json",
            new TestToMail(CAMPAIGN, 3, List.of("fr", "en", "uk"), "eve@press.example", CAMPAIGN)));
  }

  @ParameterizedTest
  @MethodSource("toTheSender")
  void messageToTheSenderIsWrittenAndReadAsCommitted(String file, SenderMessage message) {
    var golden = Golden.of(QueueMessagesTest.class, file);

    assertThat(message.json()).isEqualTo(golden.written());
    assertThat(SenderMessage.read(golden.text())).isEqualTo(message);
    assertThat(SenderMessage.read(message.json())).isEqualTo(message);
  }

  @Test
  void messageToThePlannerIsWrittenAndReadAsCommitted() {
    var golden = Golden.of(QueueMessagesTest.class, "bucket-to-plan.json");
    var message = new BucketToPlan(CAMPAIGN, "a", Mode.REQUEUE);

    assertThat(message.json()).isEqualTo(golden.written());
    assertThat(BucketToPlan.read(golden.text())).isEqualTo(message);
  }

  @Test
  void messageToRekeyAddressesIsWrittenAndReadAsCommitted() {
    var golden = Golden.of(QueueMessagesTest.class, "addresses-to-rekey.json");
    var row = new AddressesToRekey.Row("SUB#" + SUBSCRIBERS.getFirst(), "PROFILE");
    var message = new AddressesToRekey("k2", Optional.of(row), 4100, 3);

    assertThat(message.json()).isEqualTo(golden.written());
    assertThat(AddressesToRekey.read(golden.text())).contains(message);
    assertThat(AddressesToRekey.read("{\"v\":1,\"type\":\"rekey\",\"key\":\"k2\"}"))
        .as("what an operator begins it with")
        .contains(new AddressesToRekey("k2", Optional.empty(), 0, 0));
    assertThat(AddressesToRekey.read("{\"v\":1,\"type\":\"import\",\"id\":\"k2\"}")).isEmpty();
  }

  @Test
  void messageToWhoMovesListsIsWrittenAndReadAsCommitted() {
    var golden = Golden.of(QueueMessagesTest.class, "list-to-move.json");
    var message = new ListToMove(ListToMove.Way.IMPORT, CAMPAIGN);

    assertThat(message.json()).isEqualTo(golden.written());
    assertThat(ListToMove.read(golden.text())).isEqualTo(message);
  }

  @Test
  void restOfABatchIsForThoseThatAreLeft() {
    var rest = new BatchToSend(CAMPAIGN, "a", SUBSCRIBERS).only(SUBSCRIBERS.subList(1, 2));

    assertThat(SenderMessage.read(rest.json()))
        .isEqualTo(new BatchToSend(CAMPAIGN, "a", SUBSCRIBERS.subList(1, 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"type\":\"plan\"", "\"v\":1,\"type\":\"plan\",\"since\":[null]"})
  void whatThePlannerDoesNotNeedIsPassedOver(String head) {
    assertThat(
            BucketToPlan.read(
                "{%s,\"campaignId\":\"c1\",\"bucket\":\"0\",\"mode\":\"plan\"}".formatted(head)))
        .isEqualTo(new BucketToPlan("c1", "0", Mode.PLAN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"plan","bucket":"0"}                                 | campaignId
          {"type":"plan","campaignId":"","bucket":"0"}                 | campaignId
          {"type":"plan","campaignId":"c#1","bucket":"0"}              | campaignId
          {"type":"plan","campaignId":"c1"}                            | bucket
          {"type":"plan","campaignId":"c1","bucket":0}                 | bucket
          {"type":"plan","campaignId":"c1","bucket":"g"}               | bucket
          {"type":"plan","campaignId":"c1","bucket":"00"}              | bucket
          {"type":"plan","campaignId":"c1","bucket":"0"}               | mode
          {"type":"plan","campaignId":"c1","bucket":"0","mode":"PLAN"} | mode
          {"type":"send","campaignId":"c1","bucket":"0"}               | type
          {"campaignId":"c1","bucket":"0"}                             | type
          {"v":2,"type":"plan","campaignId":"c1","bucket":"0"}         | v
          """)
  void badMessageToThePlannerSaysWhichMemberIsWrong(String message, String member) {
    assertThatThrownBy(() -> BucketToPlan.read(message))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch-to-send.json        | "type":"send"            | "type":"plan"            | type
          batch-to-send.json        | "type":"send"            | "type":null              | type
          batch-to-send.json        | "v":1                    | "v":2                    | v
          batch-to-send.json        | "v":1                    | "v":true                 | v
          batch-to-send.json        | "bucket":"a"             | "bucket":"A"             | bucket
          batch-to-send.json        | "subscribers":[          | "subscribers":[7,        | subscribers
          batch-to-send.json        | "subscribers":           | "recipients":            | subscribers
          confirmation-to-mail.json | "email":                 | "address":               | email
          confirmation-to-mail.json | "topics":[               | "topics":[{},            | topics
          confirmation-to-mail.json | "language":"uk"          | "language":false         | language
          confirmation-to-mail.json | "textVersion":"2026-01"  | "textVersion":202601     | textVersion
          confirmation-to-mail.json | 2026-02-12T15:00:00.250Z | yesterday                | askedAt
          test-to-mail.json         | "revision":3             | "revision":0             | revision
          test-to-mail.json         | "revision":3             | "revision":3.0           | revision
          test-to-mail.json         | "revision":3             | "revision":"3"           | revision
          test-to-mail.json         | "languages":[            | "languages":[[],         | languages
          test-to-mail.json         | "to":                    | "for":                   | to
          """)
  void badMessageToTheSenderSaysWhichMemberIsWrong(
      String file, String good, String bad, String member) {
    var message = Golden.of(QueueMessagesTest.class, file).written();
    assertThat(message).contains(good);

    assertThatThrownBy(() -> SenderMessage.read(message.replace(good, bad)))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member))
        .hasMessageNotContaining("example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"type\":\"confirm\",\"email\":\"ada@press.example\""})
  void textThatIsNoJsonObjectIsMalformedAndIsNotQuoted(String message) {
    assertThatThrownBy(() -> SenderMessage.read(message))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("Not as it was written: the text is not a JSON object");
  }
}
