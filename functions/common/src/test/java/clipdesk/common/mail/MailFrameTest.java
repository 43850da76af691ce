package clipdesk.common.mail;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MailFrameTest {
  @ParameterizedTest
  @EnumSource
  void mailIsInItsLanguageAndReadFromLeftToRight(Language language) {
    assertThat(mail(language, "S", new MailBlocks().says("B")).html())
        .startsWith("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\" dir=\"ltr\">")
        .contains("color-scheme")
        .doesNotContain("[[")
        .doesNotContain("<script", "http://", "src=");
  }

  @Test
  void textSaysWhatTheHtmlSaysInTheSameOrder() {
    var body =
        new MailBlocks()
            .says("One\n\nTwo at https://clipdesk.example/x?a=1&b=2")
            .code("{####}")
            .button("Do it", "https://clipdesk.example/do?a=1&b=2")
            .aside("Or not");
    var mail = mail(Language.EN, "Subject", body);

    assertThat(mail.text())
        .isEqualTo(
            """
            Council & Co

            Subject

            One

            Two at https://clipdesk.example/x?a=1&b=2

            {####}

            Do it
            https://clipdesk.example/do?a=1&b=2

            Or not

            ----

            Why
            """);
    assertThat(mail.html())
        .containsSubsequence(
            "Before",
            "Council &amp; Co",
            "Subject</h1>",
            "One</p>",
            "<a class=\"a\" href=\"https://clipdesk.example/x?a=1&amp;b=2\"",
            ">{####}</p>",
            "href=\"https://clipdesk.example/do?a=1&amp;b=2\"",
            ">Do it</a>",
            "Or not",
            "Why");
  }

  @Test
  void wordsAreNeverMarkupNorPlacesOfTheFrame() {
    var mail = mail(Language.EN, "<b>\"&$1[[body]]", new MailBlocks().says("<i>[[footer]]$0"));

    assertThat(mail.html())
        .contains("<title>&lt;b&gt;&quot;&amp;$1[[body]]</title>", "&lt;i&gt;[[footer]]$0</p>");
    assertThat(mail.subject()).isEqualTo("<b>\"&$1[[body]]");
  }

  private static WrittenMail mail(Language language, String subject, MailBlocks body) {
    return new MailFrame(language, "Council & Co")
        .around(subject, "Before", body, new MailBlocks().says("Why"));
  }
}
