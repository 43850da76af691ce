package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import software.amazon.awssdk.services.ses.SesClient;

/** {@code GetSendQuota}, which answers once a second. */
final class SesAccountQuota implements AccountQuota {
  private final SesClient ses = AwsClients.client(SesClient.builder());

  @Override
  public Figures read() {
    var quota = ses.getSendQuota();
    return new Figures(quota.maxSendRate(), quota.max24HourSend(), quota.sentLast24Hours());
  }
}
