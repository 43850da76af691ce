package clipdesk.accounts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

final class CognitoTokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sub\":\"s\",\"cognito:groups\":[\"press\",\"editors\"]}  | true",
        "{\"sub\":\"s\",\"cognito:groups\":[\"editors-in-chief\"]}   | false",
        "{\"sub\":\"s\"}                                             | false"
      })
  void editorsAreKnownByTheirGroup(String claims, boolean editor) {
    var payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    var result =
        AuthenticationResultType.builder().accessToken("e30." + payload + ".s").expiresIn(900);

    assertThat(CognitoTokens.of(result.build(), "refresh").editor()).isEqualTo(editor);
  }
}
