package clipdesk.common.web;

import clipdesk.common.aws.Secrets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** The key that template.yaml makes and gives to the distribution as a header. */
final class SecretsManagerEdgeKey implements EdgeKey {
  private static final Logger LOG = LoggerFactory.getLogger(SecretsManagerEdgeKey.class);

  private final Supplier<Secrets> secrets;
  private final Optional<String> arn;

  /**
   * @param secrets asked for once somebody shows a key
   * @param arn of the secret; empty where there is no distribution
   */
  SecretsManagerEdgeKey(Supplier<Secrets> secrets, Optional<String> arn) {
    this.secrets = secrets;
    this.arn = arn;
  }

  @Override
  public Optional<byte[]> find() {
    try {
      return arn.map(it -> secrets.get().key(it));
    } catch (SdkException e) {
      LOG.warn("The edge's key cannot be read: its callers count as one network", e);
      return Optional.empty();
    }
  }
}
