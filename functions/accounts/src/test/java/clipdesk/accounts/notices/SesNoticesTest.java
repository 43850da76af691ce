package clipdesk.accounts.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.Looks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

final class SesNoticesTest {
  private static final String ADDRESS = "a.martin@outlet.example";

  private final Postbox ses = new Postbox();
  private final SesNotices notices = new SesNotices(() -> ses, AccountsConfigs.any());

  @ParameterizedTest
  @EnumSource
  void everyNoticeIsTextAndHtmlInEveryLanguage(Notice notice) {
    for (var language : Language.values()) {
      notices.send(notice, ADDRESS, language);
    }

    assertThat(ses.sent)
        .hasSameSizeAs(Language.values())
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("To: " + ADDRESS)
                    .contains("text/plain")
                    .contains("text/html")
                    .contains("Auto-Submitted: auto-generated"));
  }

  @ParameterizedTest
  @EnumSource
  void mailsAreKeptForABrowser(Language language) throws MessagingException, IOException {
    notices.sendCode("123456", ADDRESS, language);
    Looks.keep("mail-code", language, html(ses.sent.getLast()));
    for (var notice : Notice.values()) {
      notices.send(notice, ADDRESS, language);
      Looks.keep("mail-" + notice.key(), language, html(ses.sent.getLast()));
    }
  }

  private static String html(String raw) throws MessagingException, IOException {
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    var parts = (MimeMultipart) new MimeMessage(null, new ByteArrayInputStream(bytes)).getContent();
    return (String) parts.getBodyPart(1).getContent();
  }

  @ParameterizedTest
  @CsvSource({"EN, 30 minutes", "FR, 30 minutes", "UK, 30 хвилин"})
  void codeStandsAloneInTextAndHtmlAndItsLifeIsSaid(Language language, String life)
      throws MessagingException, IOException {
    notices.sendCode("123456", ADDRESS, language);

    var raw = ses.sent.getFirst().getBytes(StandardCharsets.UTF_8);
    var parts = (MimeMultipart) new MimeMessage(null, new ByteArrayInputStream(raw)).getContent();
    assertThat((String) parts.getBodyPart(0).getContent())
        .containsPattern("(?m)^123456$")
        .contains(life);
    assertThat((String) parts.getBodyPart(1).getContent()).contains(">123456</p>").contains(life);
  }

  /** No answer may tell by a failure that an address has an account. */
  @Test
  void refusedNoticeChangesNothing() {
    ses.refusal = Optional.of("Address is on the suppression list: " + ADDRESS);

    assertThatCode(() -> notices.send(Notice.ACCOUNT_EXISTS, ADDRESS, Language.values()[0]))
        .doesNotThrowAnyException();
  }

  @Test
  void codeThatCannotBeSentChangesNoAnswer() {
    ses.refusal = Optional.of("no");

    assertThatCode(() -> notices.sendCode("123456", ADDRESS, Language.values()[0]))
        .doesNotThrowAnyException();
  }

  private static final class Postbox implements SesClient {
    private final List<String> sent = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    @Override
    public SendRawEmailResponse sendRawEmail(SendRawEmailRequest request) {
      if (refusal.isPresent()) {
        throw SesException.builder().message(refusal.get()).build();
      }
      sent.add(request.rawMessage().data().asUtf8String());
      return SendRawEmailResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SesClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
