package clipdesk.accounts.directory;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnexpectedLambdaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

/** What an exception of Cognito means. Branches on its class and never on its text. */
final class CognitoFailures {
  private static final Logger LOG = LoggerFactory.getLogger(CognitoFailures.class);

  private CognitoFailures() {}

  /** For calls whose outcome a caller must not see: what Cognito refuses is only logged. */
  static void quietly(String what, Runnable call) {
    try {
      call.run();
    } catch (CognitoIdentityProviderException e) {
      refused(what, e);
    }
  }

  /** Logs a refusal that a caller sees as a plain no; an outage is thrown. */
  static boolean refused(String what, CognitoIdentityProviderException e) {
    if (unavailable(e)) {
      throw translated(e);
    }
    LOG.info("Cognito refused a {}: {}", what, e.getClass().getSimpleName());
    return false;
  }

  private static boolean unavailable(CognitoIdentityProviderException e) {
    return e instanceof TooManyRequestsException
        || e instanceof InternalErrorException
        || e instanceof UserLambdaValidationException
        || e instanceof UnexpectedLambdaException
        || e instanceof InvalidLambdaResponseException
        || e instanceof ResourceNotFoundException
        || e.statusCode() >= 500;
  }

  /** For a password that our own rules should have refused. */
  static ProblemException passwordPolicy() {
    LOG.error("validator-drift: Cognito refuses a password that our rules accept");
    return new ProblemException(ProblemType.PASSWORD_POLICY, "The password breaks a rule")
        .with("violations", List.of("common"));
  }

  /** An outage as its problem, anything else as it is. */
  static RuntimeException translated(CognitoIdentityProviderException e) {
    if (!unavailable(e)) {
      return e;
    }
    // Its message may hold the address.
    LOG.error("Cognito is not available: {}", e.getClass().getName());
    return new ProblemException(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
  }
}
