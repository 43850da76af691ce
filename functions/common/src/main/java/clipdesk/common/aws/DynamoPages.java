package clipdesk.common.aws;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a page of a query begins, and where the next one does. */
public final class DynamoPages {
  private DynamoPages() {}

  /**
   * As {@code exclusiveStartKey}: of the first page the request has none, for an empty map would be
   * a key that is too short.
   */
  public static Map<String, AttributeValue> from(Optional<Map<String, AttributeValue>> after) {
    return after.orElseGet(DefaultSdkAutoConstructMap::getInstance);
  }

  /**
   * @param lastEvaluatedKey of an answer; empty of the last page
   */
  public static Optional<Map<String, AttributeValue>> next(
      Map<String, AttributeValue> lastEvaluatedKey) {
    return Optional.of(lastEvaluatedKey).filter(it -> !it.isEmpty());
  }
}
