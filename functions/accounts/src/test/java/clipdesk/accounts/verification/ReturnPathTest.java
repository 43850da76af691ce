package clipdesk.accounts.verification;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReturnPathTest {
  /** The pages are held to the same table. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> paths() throws IOException {
    var table = Json.object(Files.readString(Path.of("../../vectors/return-paths.json")));
    return (List<Map<String, Object>>) table.get("paths");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void ourOwnPagesAreKeptAndAllElseBecomesTheStartPage(Map<String, Object> row) {
    var path = (String) row.get("path");

    assertThat(ReturnPath.safe(Optional.of(path), Language.FR))
        .isEqualTo((boolean) row.get("kept") ? path : "/fr/");
  }
}
