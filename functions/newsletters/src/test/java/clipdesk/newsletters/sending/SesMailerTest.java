package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.sending.Mailer.Outcome;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ses.model.SesException;

final class SesMailerTest {
  @Test
  void daysQuotaIsToldFromASecondsRate() {
    assertThat(refused(400, "Throttling", "Daily message quota exceeded."))
        .isEqualTo(new Outcome.OverQuota());
    assertThat(refused(400, "Throttling", "Maximum sending rate exceeded."))
        .isEqualTo(new Outcome.Refused("throttled"));
  }

  @Test
  void everyOtherRefusalIsOfItsKind() {
    assertThat(refused(400, "MessageRejected", "Email address is not verified."))
        .isEqualTo(new Outcome.Rejected("rejected"));
    assertThat(refused(400, "InvalidParameterValue", "Local address contains whitespace"))
        .isEqualTo(new Outcome.Rejected("invalid-address"));
    assertThat(refused(403, "AccessDenied", "Not authorized"))
        .isEqualTo(new Outcome.Refused("AccessDenied"));
    assertThat(refused(500, "InternalFailure", "")).isEqualTo(new Outcome.Unknown("server-error"));
  }

  private static Outcome refused(int status, String code, String message) {
    var details = AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return SesMailer.refused(
        (SesException) SesException.builder().statusCode(status).awsErrorDetails(details).build());
  }
}
