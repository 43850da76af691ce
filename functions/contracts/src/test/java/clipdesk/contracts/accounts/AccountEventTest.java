package clipdesk.contracts.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountEventTest {
  private static final String ADA = "5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11";
  private static final String FAMILY = "0c9b2f4e-7a61-4d3a-8f5e-2b1d9c6e4a70";

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of("session-ended.json", new AccountEvent.SessionEnded(ADA, FAMILY)),
        Arguments.of(
            "sessions-ended.json",
            new AccountEvent.SessionsEnded(ADA, Instant.parse("2026-02-12T15:00:00Z"))),
        Arguments.of(
            "address-changed.json",
            new AccountEvent.AddressChanged(
                ADA, "ada@desk.example", Optional.of("ada@press.example"))),
        Arguments.of(
            "account-deleted.json",
            new AccountEvent.AccountDeleted(ADA, Optional.of("ada@press.example"))));
  }

  @ParameterizedTest
  @MethodSource("events")
  void eachTypeIsWrittenAndReadAsCommitted(String file, AccountEvent event) {
    var golden = Golden.of(AccountEventTest.class, file);

    assertThat(event.json()).isEqualTo(golden.written());
    assertThat(AccountEvent.read(golden.text())).contains(event);
    assertThat(AccountEvent.read(event.json())).contains(event);
  }

  @Test
  void deletionOfAnAddressThatNobodyKnowsHasNone() {
    var deleted = new AccountEvent.AccountDeleted("ada", Optional.empty());

    assertThat(deleted.json()).isEqualTo("{\"type\":\"account-deleted\",\"sub\":\"ada\"}");
    assertThat(AccountEvent.read(deleted.json())).contains(deleted);
  }

  @Test
  void instantThatEndsSessionsHasWholeSeconds() {
    var ended = new AccountEvent.SessionsEnded("ada", Instant.parse("2026-02-12T15:00:00.900Z"));

    assertThat(AccountEvent.read(ended.json())).contains(ended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":1}",
        "{\"type\":\"account-renamed\",\"sub\":\"ada\"}",
        "{\"v\":1,\"type\":\"account-renamed\",\"sub\":7}"
      })
  void typeThatWeDoNotKnowIsNone(String message) {
    assertThat(AccountEvent.read(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"account-deleted\",\"sub\":\"ada\",\"email\":7}",
        "{\"type\":\"account-deleted\",\"sub\":\"ada\",\"why\":{\"text\":\"moved\"}}",
        "{\"type\":\"account-deleted\",\"sub\":\"ada\",\"v\":1}",
        "{\"type\":\"account-deleted\",\"sub\":\"ada\",\"v\":null}"
      })
  void whatTheReaderDoesNotNeedIsPassedOver(String message) {
    assertThat(AccountEvent.read(message))
        .contains(new AccountEvent.AccountDeleted("ada", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"account-deleted"}                                           | sub
          {"type":"account-deleted","sub":null}                                | sub
          {"type":"account-deleted","sub":""}                                  | sub
          {"type":"account-deleted","sub":"a#b"}                               | sub
          {"type":"account-deleted","sub":7}                                   | sub
          {"type":"account-deleted","sub":"ada","v":2}                         | v
          {"type":"account-deleted","sub":"ada","v":0}                         | v
          {"type":"account-deleted","sub":"ada","v":"1"}                       | v
          {"type":"address-changed","sub":"ada"}                               | email
          {"type":"address-changed","sub":"ada","email":""}                    | email
          {"type":"session-ended","sub":"ada"}                                 | tokenFamily
          {"type":"session-ended","sub":"ada","tokenFamily":["f"]}             | tokenFamily
          {"type":"sessions-ended","sub":"ada"}                                | validAfter
          {"type":"sessions-ended","sub":"ada","validAfter":"1767225600"}      | validAfter
          {"type":"sessions-ended","sub":"ada","validAfter":1.5}               | validAfter
          {"type":"sessions-ended","sub":"ada","validAfter":31556889864403200} | validAfter
          {"type":"sessions-ended","sub":"ada","validAfter":99999999999999999999} | validAfter
          """)
  void knownTypeWithABadMemberIsMalformedAndSaysWhichOne(String message, String member) {
    assertThatThrownBy(() -> AccountEvent.read(message))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member))
        .hasMessageStartingWith("Not as it was written: " + member + " ");
  }

  @Test
  void idMayHaveHundredAndTwentyEightCharactersAndNoMore() {
    var message = "{\"type\":\"account-deleted\",\"sub\":\"%s\"}";

    assertThat(AccountEvent.read(message.formatted("a".repeat(128)))).isPresent();
    assertThatThrownBy(() -> AccountEvent.read(message.formatted("a".repeat(129))))
        .isInstanceOf(UnreadableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada@press.example", "[]", "{\"type\":\"session-ended\",", "{}{}"})
  void textThatIsNoJsonObjectIsMalformedAndIsNotQuoted(String message) {
    assertThatThrownBy(() -> AccountEvent.read(message))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("Not as it was written: the text is not a JSON object");
  }
}
