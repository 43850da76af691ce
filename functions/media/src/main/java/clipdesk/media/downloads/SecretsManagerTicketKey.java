package clipdesk.media.downloads;

import clipdesk.common.aws.Secrets;
import clipdesk.media.MediaConfig;
import jakarta.inject.Singleton;

/** The key of the media context. */
@Singleton
final class SecretsManagerTicketKey implements TicketKey {
  private final Secrets secrets;
  private final String arn;

  SecretsManagerTicketKey(Secrets secrets, MediaConfig config) {
    this.secrets = secrets;
    this.arn = config.keyArn();
  }

  @Override
  public byte[] get() {
    return secrets.key(arn);
  }
}
