package clipdesk.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudAuditLinesTest {
  @Test
  void lineIsOneWholeObjectThatNamesTheFunction() {
    var printed = printed(() -> new CloudAuditLines().write(Map.of("audit", "sign-in")));

    assertThat(printed.lines()).hasSize(1);
    assertThat(Json.object(printed.strip()))
        .isEqualTo(Map.of("audit", "sign-in", "function", "local"));
  }

  private static String printed(Runnable work) {
    var out = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
