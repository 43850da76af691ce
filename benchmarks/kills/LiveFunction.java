package clipdesk.journeys;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * A function of the stack that has other variables for a while: a version of its own, behind the
 * alias that everybody calls. Until it is closed nobody else may change the function.
 */
final class LiveFunction implements AutoCloseable {
  private static final String ALIAS = "live";

  private final LambdaClient lambda;
  private final String name;
  private final Map<String, String> variables;
  private boolean closed;

  private LiveFunction(LambdaClient lambda, String name, Map<String, String> more) {
    this.lambda = lambda;
    this.name = name;
    this.variables = variables(lambda, name);
    var all = new HashMap<>(variables);
    all.putAll(more);
    serve(all);
    // Whoever ends the program finds the stack as it was.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * @param function its name without that of the stack
   * @param variables that it has besides its own, or instead of them
   */
  static LiveFunction with(Stack stack, String function, Map<String, String> variables) {
    return new LiveFunction(stack.lambda(), name(stack, function), variables);
  }

  /** One of its own. */
  static String variable(Stack stack, String function, String variable) {
    try (var lambda = stack.lambda()) {
      return variables(lambda, name(stack, function)).get(variable);
    }
  }

  private static String name(Stack stack, String function) {
    return stack.output("StackName") + "-" + function;
  }

  private static Map<String, String> variables(LambdaClient lambda, String name) {
    return lambda.getFunctionConfiguration(it -> it.functionName(name)).environment().variables();
  }

  /** By a new version: the emulator lays a function's layers down once for it and its newest. */
  private void serve(Map<String, String> all) {
    lambda.updateFunctionConfiguration(
        it -> it.functionName(name).environment(environment -> environment.variables(all)));
    lambda.waiter().waitUntilFunctionUpdatedV2(it -> it.functionName(name));
    var version = lambda.publishVersion(it -> it.functionName(name)).version();
    lambda.waiter().waitUntilFunctionActiveV2(it -> it.functionName(name).qualifier(version));
    lambda.updateAlias(it -> it.functionName(name).name(ALIAS).functionVersion(version));
  }

  /** As it was. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    serve(variables);
    lambda.close();
  }
}
