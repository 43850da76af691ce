package clipdesk.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MembersTest {
  @Test
  void whatMayBeAbsentReadsAsEmpty() {
    var row = Members.of(Map.of());
    assertThat(row.optionalText("x")).isEmpty();
    assertThat(row.optionalInstant("x")).isEmpty();
    assertThat(row.optionalSecond("x")).isEmpty();
    assertThat(row.optionalNumber("x", 0, 1)).isEmpty();
    assertThat(row.optionalFlag("x")).isEmpty();
    assertThat(row.optionalObject("x")).isEmpty();
    assertThat(row.optionalObjects("x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "true", "[]", "{}"})
  void whatIsNoTextIsNeverTakenForAbsent(String json) {
    var row = Members.read("{\"x\":" + json + "}");
    assertUnreadable("x", () -> row.text("x"));
    assertUnreadable("x", () -> row.optionalText("x"));
    assertUnreadable("x", () -> row.optionalInstant("x"));
    assertUnreadable("x", () -> row.optionalText("x", Optional::of));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"7\"", "7.5", "1e3", "6", "12", "99999999999999999999", "true"})
  void whatIsNoWholeNumberInItsBoundsIsUnreadable(String json) {
    assertUnreadable("x", () -> Members.read("{\"x\":" + json + "}").number("x", 7, 11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "+10000-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-02-12", ""})
  void whatIsNoInstantIsUnreadable(String text) {
    assertUnreadable("x", () -> Members.of(Map.of("x", text)).instant("x"));
  }

  @Test
  void textWithoutAMeaningIsUnreadable() {
    assertUnreadable("x", () -> Members.of(Map.of("x", "a")).text("x", _ -> Optional.empty()));
  }

  @Test
  void listWithOneOtherItemIsUnreadable() {
    var row = Members.read("{\"x\": [\"a\", 7], \"y\": [{}, 7]}");
    assertUnreadable("x", () -> row.texts("x"));
    assertUnreadable("y", () -> row.objects("y"));
  }

  @Test
  void memberIsNamedByItsPathAndNeverByItsValue() {
    var row = Members.read("{\"x\": {\"y\": \"secret\"}}");
    assertThatThrownBy(() -> row.object("x").number("y", 0))
        .hasMessage("Not as it was written: x/y must be a whole number");
    var items = Members.read("{\"x\": [{\"y\": 7}, {\"y\": \"secret\"}]}").objects("x");
    assertUnreadable("x/1/y", () -> items.get(1).number("y", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{} {}", "{\"a\":1,\"a\":2}", "<html>"})
  void whatIsNoJsonObjectIsUnreadable(String text) {
    assertUnreadable("", () -> Members.read(text));
  }

  @Test
  void nullIsNeverTakenForAbsent() {
    var row = Members.read("{\"x\": null}");
    assertUnreadable("x", () -> row.optionalText("x"));
    assertUnreadable("x", () -> row.optionalNumber("x", 0, 1));
    assertUnreadable("x", () -> row.optionalFlag("x"));
    assertUnreadable("x", () -> row.optionalSecond("x"));
    assertUnreadable("x", () -> row.optionalObject("x"));
    assertUnreadable("x", () -> row.optionalObjects("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"v\":null}", "{\"v\":1}"})
  void formWithoutANumberIsTheFirst(String text) {
    assertThatCode(() -> Members.read(text).requireVersion(1)).doesNotThrowAnyException();
    assertUnreadable("v", () -> Members.read(text).requireVersion(2));
  }

  @Test
  void secondLiesFrom1970ToTheLastYearThatCanBeWritten() {
    assertThat(Members.of(Map.of("x", 253_402_300_799L)).second("x"))
        .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    assertUnreadable("x", () -> Members.of(Map.of("x", 253_402_300_800L)).second("x"));
    assertThat(Members.of(Map.of("x", 0)).second("x")).isEqualTo(Instant.EPOCH);
    assertUnreadable("x", () -> Members.of(Map.of("x", -1)).second("x"));
  }

  private static void assertUnreadable(String member, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }
}
