package clipdesk.journeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets a test go on at once where a person would wait 60 seconds between two code mails. */
final class AddressGate {
  private AddressGate() {}

  static void open(Stack stack, String address) {
    try (var dynamo = stack.dynamo()) {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(stack.output("AccountsTable"))
                  .key(Map.of("pk", AttributeValue.fromS("ADDR#" + hash(address)))));
    }
  }

  private static String hash(String address) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }
}
