package clipdesk.newsletters.subscriptions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A client whose process is killed before or after one of its calls, or held up after the first.
 */
final class MortalDynamo {
  private final DynamoDbClient real;
  private final int killedAt;
  private final Runnable afterTheFirst;
  private int instants;
  private String last = "none";

  /**
   * @param killedAt which instant: 1 is before the first call, 2 after it, 3 before the second
   */
  MortalDynamo(DynamoDbClient real, int killedAt) {
    this.real = real;
    this.killedAt = killedAt;
    this.afterTheFirst = () -> {};
  }

  MortalDynamo(DynamoDbClient real, Runnable afterTheFirst) {
    this.real = real;
    this.killedAt = 0;
    this.afterTheFirst = afterTheFirst;
  }

  /** What nobody catches who does not look for it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              instant("before " + method.getName());
              try {
                var answer = method.invoke(real, arguments);
                instant("after " + method.getName());
                if (instants == 2) {
                  afterTheFirst.run();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void instant(String name) {
    instants++;
    if (instants == killedAt) {
      last = name;
      throw new Killed();
    }
  }

  /** Where it was killed. */
  String last() {
    return last;
  }
}
