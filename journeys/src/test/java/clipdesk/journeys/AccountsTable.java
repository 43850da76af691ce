package clipdesk.journeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rows behind the accounts, for what a test cannot wait for: time passing, crashes. */
final class AccountsTable {
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final Stack stack;

  AccountsTable(Stack stack) {
    this.stack = stack;
  }

  /** Lets a test go on at once where a person would wait 60 seconds between two code mails. */
  void forgetMailsTo(String address) {
    try (var dynamo = stack.dynamo()) {
      dynamo.deleteItem(delete -> delete.tableName(table()).key(key("ADDR#" + hash(address))));
    }
  }

  /**
   * Moves a code's time back: from now on it is as old as said.
   *
   * @return when it ends
   */
  Instant age(String verificationId, Duration age) {
    var sentAt = Instant.ofEpochSecond(Instant.now().minus(age).getEpochSecond());
    set(verificationId, "sentAt", seconds(sentAt));
    set(verificationId, "expiresAt", seconds(sentAt.plus(LIFE)));
    return sentAt.plus(LIFE);
  }

  /** Writes one attribute of a verification, as a crash or a fault would leave it. */
  void set(String verificationId, String attribute, AttributeValue value) {
    Emulated.only(stack, "codes are not tampered with where they may be real people's");
    try (var dynamo = stack.dynamo()) {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table())
                  .key(key("V#" + hash(verificationId)))
                  .updateExpression("SET #it = :value")
                  .expressionAttributeNames(Map.of("#it", attribute))
                  .expressionAttributeValues(Map.of(":value", value)));
    }
  }

  /** Moves the making of an account back. */
  void ageAccount(String accountId, Duration age) {
    try (var dynamo = stack.dynamo()) {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table())
                  .key(key("USER#" + accountId))
                  .updateExpression("SET createdAt = :then")
                  .conditionExpression("attribute_exists(pk)")
                  .expressionAttributeValues(Map.of(":then", seconds(Instant.now().minus(age)))));
    }
  }

  boolean hasAccount(String accountId) {
    try (var dynamo = stack.dynamo()) {
      return dynamo
          .getItem(get -> get.tableName(table()).key(key("USER#" + accountId)).consistentRead(true))
          .hasItem();
    }
  }

  private String table() {
    return stack.output("AccountsTable");
  }

  private static AttributeValue seconds(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
  }

  private static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", AttributeValue.fromS(pk));
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }
}
