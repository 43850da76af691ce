package clipdesk.media.accounts;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A table that a function loses once, before the call of a number. */
final class BreakingDynamo implements DynamoDbClient {
  /** The function stopped here. */
  static final class Broken extends RuntimeException {}

  private final DynamoDbClient dynamo;
  private int left = Integer.MAX_VALUE;
  private boolean broke;

  BreakingDynamo(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  void breakBefore(int call) {
    left = call;
    broke = false;
  }

  boolean broke() {
    return broke;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    count();
    return dynamo.query(request);
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    count();
    return dynamo.batchWriteItem(request);
  }

  private void count() {
    if (left-- == 0) {
      broke = true;
      throw new Broken();
    }
  }

  @Override
  public String serviceName() {
    return dynamo.serviceName();
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
