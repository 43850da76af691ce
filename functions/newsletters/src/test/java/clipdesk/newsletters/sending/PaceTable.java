package clipdesk.newsletters.sending;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The one item of the bucket, under the two conditions that it is updated by. */
final class PaceTable {
  private final Runnable before;
  private long arrival;

  PaceTable(Runnable before) {
    this.before = before;
  }

  DynamoPace pace(DoubleSupplier mailsPerSecond, InstantSource clock) {
    var client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                PaceTable.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, _, arguments) -> update(arguments[0]));
    return new DynamoPace(client, "table", mailsPerSecond, /* share= */ 0.97, clock);
  }

  @SuppressWarnings("unchecked") // the SDK's updateItem takes one that fills a builder
  private UpdateItemResponse update(Object change) {
    var update = UpdateItemRequest.builder();
    ((Consumer<UpdateItemRequest.Builder>) change).accept(update);
    var request = update.build();
    before.run();
    long step = number(request, ":step");
    long now = number(request, ":now");
    boolean adds = request.updateExpression().equals("SET tat = tat + :step");
    if (adds ? arrival <= now || arrival > number(request, ":latest") : arrival > now) {
      throw ConditionalCheckFailedException.builder().message("condition").item(item()).build();
    }
    arrival = adds ? arrival + step : step;
    return UpdateItemResponse.builder().attributes(item()).build();
  }

  private Map<String, AttributeValue> item() {
    return Map.of("tat", AttributeValue.fromN(Long.toString(arrival)));
  }

  private static long number(UpdateItemRequest request, String name) {
    return Long.parseLong(request.expressionAttributeValues().get(name).n());
  }
}
