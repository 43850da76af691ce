/** Starts DynamoDB Local, as main class and as the agent that LocalStack asks for. */
public final class Loader {
  private Loader() {}

  public static void premain(String options) {
    // LocalStack starts DynamoDB Local with an agent of its own making; there is nothing to do
    // here.
  }

  public static void main(String[] arguments) throws Exception {
    com.amazonaws.services.dynamodbv2.local.main.ServerRunner.main(arguments);
  }
}
