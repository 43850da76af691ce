package clipdesk.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.logging.StandardOutput;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudAuditLinesTest {
  @Test
  void lineIsOneWholeObjectThatNamesTheFunction() throws IOException {
    var printed = StandardOutput.of(() -> new CloudAuditLines().write(Map.of("audit", "sign-in")));

    assertThat(printed.lines()).hasSize(1);
    assertThat(Json.object(printed.strip()))
        .isEqualTo(Map.of("audit", "sign-in", "function", "local"));
  }
}
