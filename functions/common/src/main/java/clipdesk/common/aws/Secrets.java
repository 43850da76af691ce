package clipdesk.common.aws;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Keys out of Secrets Manager, read when first needed and kept for the life of the process. Never
 * at construction: a start-up snapshot must not hold a secret.
 */
public final class Secrets {
  private final SecretsManagerClient client;
  private final ConcurrentMap<String, byte[]> keys = new ConcurrentHashMap<>();

  public Secrets(SecretsManagerClient client) {
    this.client = client;
  }

  /** The bytes of the secret's text, as an HMAC key. */
  public byte[] key(String secretArn) {
    return keys.computeIfAbsent(secretArn, arn -> text(arn).getBytes(StandardCharsets.UTF_8))
        .clone();
  }

  /** The secret's text as it is now: asked for at every call. */
  public String text(String secretArn) {
    return client.getSecretValue(request -> request.secretId(secretArn)).secretString();
  }
}
