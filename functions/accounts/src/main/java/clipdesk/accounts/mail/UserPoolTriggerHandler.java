package clipdesk.accounts.mail;

import clipdesk.common.aws.Environment;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The triggers CustomMessage and PreTokenGeneration (V2_0); every other event passes untouched. */
public final class UserPoolTriggerHandler implements RequestStreamHandler {
  private static final String ADMIN_SCOPE = "aws.cognito.signin.user.admin";

  private final CodeMail codeMail;
  private final String apiScope;
  private final Language otherwise;

  public UserPoolTriggerHandler() {
    this(Environment.ofProcess());
  }

  UserPoolTriggerHandler(Environment environment) {
    this.codeMail = new CodeMail(environment.text("SENDER_NAME"));
    this.apiScope = environment.text("API_SCOPE");
    this.otherwise = Language.ofTag(environment.text("DEFAULT_LANGUAGE")).orElse(Language.EN);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = Json.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    var source = String.valueOf(event.get("triggerSource"));
    switch (source) {
      case "CustomMessage_SignUp", "CustomMessage_ResendCode" ->
          event.put("response", message(event, CodeMail.Purpose.SIGN_UP));
      case "CustomMessage_ForgotPassword" ->
          event.put("response", message(event, CodeMail.Purpose.RESET));
      default -> {
        if (source.startsWith("TokenGeneration_")) {
          event.put("response", token(event));
        }
      }
    }
    out.write(Json.text(event).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> message(Map<String, Object> event, CodeMail.Purpose purpose) {
    var request = object(event, "request");
    var placeholder = String.valueOf(request.get("codeParameter"));
    var mail = codeMail.write(purpose, language(request), placeholder);
    var response = new HashMap<String, Object>(object(event, "response"));
    response.put("emailSubject", mail.subject());
    response.put("emailMessage", mail.html());
    return response;
  }

  /** Our own scope in place of the one that opens Cognito's API; the address for newsletters. */
  private Map<String, Object> token(Map<String, Object> event) {
    var attributes = object(object(event, "request"), "userAttributes");
    var claims =
        Map.of(
            "email", String.valueOf(attributes.get("email")),
            "email_verified", String.valueOf(attributes.get("email_verified")));
    return Map.of(
        "claimsAndScopeOverrideDetails",
        Map.of(
            "accessTokenGeneration",
            Map.of(
                "claimsToAddOrOverride", claims,
                "scopesToAdd", List.of(apiScope),
                "scopesToSuppress", List.of(ADMIN_SCOPE))));
  }

  private Language language(Map<String, Object> request) {
    return tag(object(request, "clientMetadata"), "lang")
        .or(() -> tag(object(request, "userAttributes"), "locale"))
        .orElse(otherwise);
  }

  private static Optional<Language> tag(Map<String, Object> members, String name) {
    return Language.ofTag(String.valueOf(members.get(name)));
  }

  @SuppressWarnings("unchecked") // JSON objects have text as keys
  private static Map<String, Object> object(Map<String, Object> members, String name) {
    return members.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
  }
}
