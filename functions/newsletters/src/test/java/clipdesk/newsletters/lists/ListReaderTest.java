package clipdesk.newsletters.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.lists.ListedPerson.State;
import clipdesk.newsletters.lists.ListedPerson.ToldConsent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListReaderTest {
  private static final String HEADER =
      "email,language,topics,consentAt,consentSource,consentText,proof,state\n";
  private static final LineRules RULES =
      new LineRules(
          List.of("announcements"),
          Language.FR,
          Set.of("announcements", "press-briefings")::contains,
          Instant.parse("2026-02-12T15:00:00Z"));

  @Test
  void lineSaysWhoWhatAndWhatShowsIt() {
    var line =
        only(
            "Ada@Press.Example,UK,press-briefings announcements,2024-05-01T10:00:00+02:00,"
                + "fair,\"Yes, \"\"mail\"\" me\nplease\",card 7,\n");

    assertThat(((ListLine.Good) line).person())
        .satisfies(
            it -> {
              assertThat(it.email().text()).isEqualTo("ada@press.example");
              assertThat(it.language()).isEqualTo(Language.UK);
              assertThat(it.topics()).containsExactly("press-briefings", "announcements");
              assertThat(it.state()).isEqualTo(State.ON);
              assertThat(it.consent())
                  .contains(
                      new ToldConsent(
                          Instant.parse("2024-05-01T08:00:00Z"),
                          "fair",
                          "Yes, \"mail\" me\nplease",
                          "card 7"));
            });
  }

  @Test
  void whatALineLeavesOutIsTheImports() {
    var person = ((ListLine.Good) only("ada@press.example,,,,,,,\n")).person();

    assertThat(person.language()).isEqualTo(Language.FR);
    assertThat(person.topics()).containsExactly("announcements");
    assertThat(person.consent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "ada@press,,,,,,,!email malformed",
        ",en,,,,,,!email malformed",
        "=cmd@press.example,,,,,,,!email formula",
        "+33@press.example,,,,,,,!email formula",
        "\"\t=1\",,,,,,,!email formula",
        "ada@press.example,de,,,,,,!language unknown-language",
        "ada@press.example,,sport,,,,,!topics unknown-topic",
        "ada@press.example,,,yesterday,,,,!consentAt malformed",
        "ada@press.example,,,2026-02-12T15:00:01Z,,,,!consentAt in-future",
        "ada@press.example,,,,,=HYPERLINK(1),,!consentText formula",
        "ada@press.example,,,,,,@SUM(A1),!proof formula",
        "ada@press.example,,,,,,mail of Ada@press.example,!proof address",
        "ada@press.example,,,,,,a\u0000b,!proof control",
        "ada@press.example,,,,,,,maybe!state unknown-value",
        "ada@press.example! cells",
        "ada@press.example,,,,,,,,!' cells'"
      })
  void cellThatIsNoGoodIsNamed(String line, String told) {
    var bad = (ListLine.Bad) only(line + "\n");

    assertThat(bad.number()).isEqualTo(2);
    assertThat((bad.column() + " " + bad.code()).strip()).isEqualTo(told.strip());
  }

  @Test
  void longestCellPassesAndOneMoreDoesNot() {
    var most = "p".repeat(500);

    assertThat(only("ada@press.example,,,,,," + most + ",\n")).isInstanceOf(ListLine.Good.class);
    assertThat(only("ada@press.example,,,,,," + most + "p,\n"))
        .isEqualTo(new ListLine.Bad(2, "proof", "too-long"));
  }

  @Test
  void whoStandsTwiceCountsOnceHoweverWritten() {
    assertThat(all(HEADER + "ada@press.example,,,,,,,\n\n ADA@press.example ,uk,,,,,,\n"))
        .extracting(it -> it.number() + " " + it.getClass().getSimpleName())
        .containsExactly("2 Good", "4 Bad");
  }

  @Test
  void spreadsheetsMayDivideBySemicolonsAndBeginWithAMark() {
    assertThat(all("\uFEFFEmail;Proof\r\nada@press.example;a,b\r\n"))
        .singleElement()
        .isInstanceOf(ListLine.Good.class);
  }

  @Test
  void columnsThatNobodyKnowsArePassedOver() {
    assertThat(all("name,email\n=1,ada@press.example\n"))
        .singleElement()
        .isInstanceOf(ListLine.Good.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "ada@press.example#bob@press.example#!no-header 1",
        "!no-header 1",
        "email,email#!column-twice 1",
        "email#ada@press.example#\"bob@press.example#!not-csv 3",
        "email#ada@press.example#\"bob@press.example!not-csv 3",
        "email#\"ada@press.example\"x#!not-csv 2",
        "email#ada@press.example#b\u00ffb@press.example#!not-utf-8 3"
      })
  void fileThatIsNoListIsRefusedWithItsLine(String text, String told) {
    var bytes = (text == null ? "" : text).replace('#', '\n').getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> all(new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            RefusedListException.class,
            it -> assertThat(it.code() + " " + it.line()).isEqualTo(told));
  }

  @Test
  void lineOfTenMegabytesIsRefusedBeforeItIsHeld() {
    for (var begin : List.of("", "\"")) {
      var endless = begin + "a".repeat(10_000_000);
      assertThatThrownBy(() -> all("email\nada@press.example\n" + endless))
          .isInstanceOfSatisfying(
              RefusedListException.class,
              it -> assertThat(it.code() + " " + it.line()).isEqualTo("line-too-long 3"));
    }
  }

  @Test
  void quotationOverManyLinesIsRefused() {
    assertThatThrownBy(() -> all("email\n\"" + "ada@press.example\n".repeat(10_000)))
        .isInstanceOfSatisfying(
            RefusedListException.class,
            it -> assertThat(it.code() + " " + it.line()).isEqualTo("not-csv 2"));
  }

  @Test
  void lastLineThatFitsIsTheTwoHundredThousandth() {
    assertThat(all(people(200_000))).hasSize(200_000);
    assertThatThrownBy(() -> all(people(200_001)))
        .isInstanceOfSatisfying(
            RefusedListException.class,
            it -> assertThat(it.code() + " " + it.line()).isEqualTo("too-many-lines 200002"));
  }

  @Test
  void linesThatWereReadArePassedAndStillKnown() {
    var list =
        reader(
            new ByteArrayInputStream(
                bytes("email\na@press.example\nb@press.example\nA@press.example\n")));
    list.skip(2);

    assertThat(list.read(9)).containsExactly(new ListLine.Bad(4, "email", "repeated"));
    assertThat(list.read(9)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {"=1+1", "+a", "-a", "@a", "'=1", "''", "'a", "a'", "plain", "'"})
  void cellIsReadAsItWasWrittenAndIsNoFormula(String value) {
    var cell = Cells.written(value);

    assertThat(Cells.read(cell)).isEqualTo(value);
    assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
    assertThat(cell).doesNotStartWith("@");
  }

  private static InputStream people(int count) {
    var parts = new ArrayList<InputStream>();
    parts.add(new ByteArrayInputStream(bytes("email\n")));
    for (int from = 0; from < count; from += 1000) {
      var lines = new StringBuilder();
      for (int i = from; i < Math.min(count, from + 1000); i++) {
        lines.append('p').append(i).append("@press.example\n");
      }
      parts.add(new ByteArrayInputStream(bytes(lines.toString())));
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static ListLine only(String line) {
    var lines = all(HEADER + line);
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private static List<ListLine> all(String text) {
    return all(new ByteArrayInputStream(bytes(text)));
  }

  private static List<ListLine> all(InputStream file) {
    try (var list = reader(file)) {
      return list.read(Integer.MAX_VALUE);
    }
  }

  private static ListReader reader(InputStream file) {
    try {
      return new ListReader(file, RULES);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
