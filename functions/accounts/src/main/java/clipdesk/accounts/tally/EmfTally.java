package clipdesk.accounts.tally;

import clipdesk.common.aws.Environment;
import clipdesk.common.logging.EmfCount;
import jakarta.inject.Singleton;

/** One line of embedded metric format for each occurrence, by the function it happened in. */
@Singleton
public final class EmfTally implements Tally {
  private final String function = Environment.ofProcess().text("AWS_LAMBDA_FUNCTION_NAME", "local");

  @Override
  public void count(Occurrence occurrence) {
    EmfCount.print(occurrence.metric(), "function", function);
  }
}
