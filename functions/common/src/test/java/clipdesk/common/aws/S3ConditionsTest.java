package clipdesk.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ConditionsTest {
  @Test
  void writeThatGoesThroughHeld() {
    assertThat(S3Conditions.hold(() -> {})).isTrue();
  }

  /** Deleted since it was read, being written by somebody else, written by somebody else. */
  @ParameterizedTest
  @ValueSource(ints = {404, 409, 412})
  void whoWasNotTheFirstIsTold(int status) {
    assertThat(S3Conditions.hold(() -> fail(status))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 500, 503})
  void anyOtherRefusalIsAFailure(int status) {
    assertThatThrownBy(() -> S3Conditions.hold(() -> fail(status)))
        .isInstanceOfSatisfying(
            S3Exception.class, it -> assertThat(it.statusCode()).isEqualTo(status));
  }

  private static void fail(int status) {
    throw S3Exception.builder().statusCode(status).build();
  }
}
