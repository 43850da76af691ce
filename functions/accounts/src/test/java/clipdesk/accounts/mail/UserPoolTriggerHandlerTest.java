package clipdesk.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.aws.Environment;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.Looks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserPoolTriggerHandlerTest {
  private final UserPoolTriggerHandler handler =
      new UserPoolTriggerHandler(
          new Environment(
              Map.of(
                  "API_SCOPE", "clipdesk/user",
                  "DEFAULT_LANGUAGE", "en",
                  "SENDER_NAME", "Council & Co")));

  @ParameterizedTest
  @CsvSource({"fr, 30 minutes", "en, 30 minutes", "uk, 30 хвилин", "xx, 30 minutes"})
  void mailIsInTheAskedLanguageAndHoldsCognitosPlaceholderOnce(String lang, String life)
      throws IOException {
    var response = response(event("CustomMessage_SignUp", lang));

    assertThat((String) response.get("emailMessage"))
        .contains(life)
        .containsOnlyOnce(">{####}</p>")
        .contains("Council &amp; Co")
        .doesNotContain("http");
    assertThat((String) response.get("emailSubject")).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void mailsAreKeptForABrowser(Language language) throws IOException {
    for (var source : List.of("SignUp", "ForgotPassword")) {
      var mail =
          (String) response(event("CustomMessage_" + source, language.tag())).get("emailMessage");
      assertThat(mail).contains("lang=\"" + language.tag() + "\"");
      Looks.keep(
          "mail-code-" + source.toLowerCase(Locale.ROOT),
          language,
          mail.replace("{####}", "123456"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CustomMessage_SignUp", "CustomMessage_ForgotPassword"})
  void whatAUserTypedIsNeverInTheMail(String source) throws IOException {
    var typed = response(event(source, "../x", Map.of("name", "<b>x", "locale", "<b>x")));

    assertThat(typed).isEqualTo(response(event(source, "en")));
    assertThat(typed.toString()).doesNotContain("<b>x", "../x");
  }

  @Test
  void accessTokenGetsOurScopeInPlaceOfCognitos() throws IOException {
    var response = response(event("TokenGeneration_Authentication", "en"));
    var details = (Map<?, ?>) response.get("claimsAndScopeOverrideDetails");
    var access = (Map<?, ?>) details.get("accessTokenGeneration");

    assertThat(access.get("scopesToAdd")).isEqualTo(List.of("clipdesk/user"));
    assertThat(access.get("scopesToSuppress")).isEqualTo(List.of("aws.cognito.signin.user.admin"));
  }

  @Test
  void otherEventsPassUntouched() throws IOException {
    var event = event("PostConfirmation_ConfirmSignUp", "en");

    assertThat(answer(event)).isEqualTo(event);
  }

  @SuppressWarnings("unchecked") // a trigger's response is an object
  private Map<String, Object> response(Map<String, Object> event) throws IOException {
    return (Map<String, Object>) answer(event).get("response");
  }

  private Map<String, Object> answer(Map<String, Object> event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.text(event).getBytes(StandardCharsets.UTF_8)), out, null);
    return Json.object(out.toString(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> event(String source, String lang) {
    return event(source, lang, Map.of());
  }

  private static Map<String, Object> event(
      String source, String lang, Map<String, String> moreAttributes) {
    var attributes = new HashMap<>(Map.of("email", "a@b.example", "email_verified", "true"));
    attributes.putAll(moreAttributes);
    return Map.of(
        "triggerSource",
        source,
        "userName",
        "sub-1",
        "request",
        Map.of(
            "userAttributes",
            attributes,
            "codeParameter",
            "{####}",
            "clientMetadata",
            Map.of("lang", lang)),
        "response",
        Map.of());
  }
}
