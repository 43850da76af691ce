package clipdesk.accounts.directory;

import clipdesk.accounts.WireClients;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

final class DirectoryWireTest {
  private static final String EMAIL = "ada@press.example";
  private static final String CLIENT = "{\"UserPoolClient\": {\"ClientSecret\": \"known-secret\"}}";

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void secretIsAskedForAsCommitted() throws Exception {
    var secret = new CognitoClientSecret(WireClients.cognito(), WireClients.CONFIG);

    wire.answer(CLIENT);
    wire.call("text", secret::text);

    wire.matches(CognitoClientSecret.class);
  }

  @Test
  void directoryIsAskedAsCommitted() throws Exception {
    var cognito = WireClients.cognito();
    var directory =
        new CognitoDirectory(
            cognito, WireClients.CONFIG, knownSecret(cognito), new RecordedAuditLog());

    wire.call("signIn", () -> directory.signIn(EMAIL, "password"));
    wire.answer(tokens());
    wire.call("refresh", () -> directory.refresh("refresh-token"));
    wire.call("revoke", () -> directory.revoke("refresh-token"));
    wire.call("signOutEverywhere", () -> directory.signOutEverywhere("sub-1"));
    wire.answer(
        "{\"Username\": \"sub-1\", \"Enabled\": true, \"UserStatus\": \"CONFIRMED\","
            + " \"UserAttributes\": [{\"Name\": \"email\", \"Value\": \"ada@press.example\"}]}");
    wire.call("find", () -> directory.find("sub-1"));
    wire.call("delete", () -> directory.delete("sub-1"));
    wire.call("setPassword", () -> directory.setPassword("sub-1", "password"));
    wire.call(
        "change", () -> directory.change("sub-1", Optional.of(EMAIL), Optional.of(Language.UK)));

    wire.matches(CognitoDirectory.class);
  }

  @Test
  void codesAreAskedForAsCommitted() throws Exception {
    var cognito = WireClients.cognito();
    var secret = knownSecret(cognito);
    var people = new CognitoDirectory(cognito, WireClients.CONFIG, secret, new RecordedAuditLog());
    var codes = new CognitoCodes(cognito, WireClients.CONFIG, secret, people);

    wire.call("register", () -> codes.register(EMAIL, "password", Language.FR));
    wire.call("resend", () -> codes.resend("sub-1", Language.FR));
    wire.call("confirm", () -> codes.confirm("sub-1", "012345"));
    wire.call("request", () -> codes.request(EMAIL, Language.FR));
    wire.call("reset", () -> codes.reset(EMAIL, "012345", "password"));

    wire.matches(CognitoCodes.class);
  }

  /** Fetched before anything is written down. */
  private CognitoClientSecret knownSecret(CognitoIdentityProviderClient cognito) {
    var secret = new CognitoClientSecret(cognito, WireClients.CONFIG);
    wire.answer(CLIENT);
    wire.before(secret::text);
    return secret;
  }

  private static String tokens() {
    var claims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"sub\": \"sub-1\"}".getBytes(StandardCharsets.UTF_8));
    return "{\"AuthenticationResult\": {\"AccessToken\": \"h.%s.s\", \"ExpiresIn\": 900}}"
        .formatted(claims);
  }
}
