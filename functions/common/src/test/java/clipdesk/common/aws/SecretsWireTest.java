package clipdesk.common.aws;

import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class SecretsWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var secrets = new Secrets(AwsClients.client(SecretsManagerClient.builder()));

    wire.answer("{\"SecretString\": \"known\"}");
    wire.call("key", () -> secrets.key("secret-arn"));
    wire.call("text", () -> secrets.text("secret-arn"));

    wire.matches(Secrets.class);
  }
}
