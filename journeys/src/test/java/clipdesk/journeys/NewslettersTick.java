package clipdesk.journeys;

import java.util.Optional;

/** What the stack's schedule does with campaigns once a minute, done at once. */
final class NewslettersTick {
  private final Stack stack;

  NewslettersTick(Stack stack) {
    this.stack = stack;
  }

  /**
   * @return what it ended by, if it did not end well
   */
  Optional<String> run() {
    try (var lambda = stack.lambda()) {
      var answer =
          lambda.invoke(
              it ->
                  it.functionName(stack.output("StackName") + "-newsletters-tick")
                      .qualifier("live"));
      return Optional.ofNullable(answer.functionError())
          .map(it -> it + ": " + answer.payload().asUtf8String());
    }
  }
}
