package clipdesk.journeys;

import static org.assertj.core.api.Assumptions.assumeThat;

/** For what nobody can do on a stack in AWS, or nobody should. */
final class Emulated {
  private Emulated() {}

  /** Skips the test, with the reason, on a stack that is not emulated. */
  static void only(Stack stack, String reason) {
    assumeThat(stack.endpoint()).as(reason).isPresent();
  }
}
