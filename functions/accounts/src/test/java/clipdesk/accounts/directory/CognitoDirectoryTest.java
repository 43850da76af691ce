package clipdesk.accounts.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnexpectedLambdaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** What each answer of Cognito becomes; a pool that refuses everything stands behind. */
final class CognitoDirectoryTest {
  private static final String EMAIL = "a.martin@outlet.example";

  private final RefusingPool pool = new RefusingPool();
  private final RecordedAuditLog audit = new RecordedAuditLog();
  private final CognitoClientSecret secret = new CognitoClientSecret(pool, AccountsConfigs.any());
  private final CognitoDirectory directory =
      new CognitoDirectory(pool, AccountsConfigs.any(), secret, audit);
  private final CognitoCodes codes =
      new CognitoCodes(pool, AccountsConfigs.any(), secret, directory);

  static Stream<CognitoIdentityProviderException> outages() {
    return Stream.of(
        TooManyRequestsException.builder().build(),
        InternalErrorException.builder().build(),
        UserLambdaValidationException.builder().build(),
        UnexpectedLambdaException.builder().build(),
        InvalidLambdaResponseException.builder().build());
  }

  @ParameterizedTest
  @MethodSource("outages")
  void outageIsToldAsOneOnEveryPath(CognitoIdentityProviderException outage) {
    pool.refusal = outage;

    assertUnavailable(() -> codes.register(EMAIL, "secret", Language.EN));
    assertUnavailable(() -> directory.signIn(EMAIL, "secret"));
    assertUnavailable(() -> codes.reset(EMAIL, "123456", "secret"));
    assertUnavailable(() -> directory.delete("sub"));
    assertUnavailable(() -> directory.setPassword("sub", "secret"));
    assertUnavailable(() -> directory.signOutEverywhere("sub"));
  }

  @Test
  void refreshTokenThatComesAgainIsSaid() {
    pool.refusal = RefreshTokenReuseException.builder().build();

    assertThatThrownBy(() -> directory.refresh("used")).isInstanceOf(ReusedTokenException.class);

    assertThat(audit.said()).containsExactly("refresh-token-reused");
  }

  @Test
  void revocationThatFailsIsGivenUp() {
    pool.revocationRefusal = Optional.of(UnauthorizedException.builder().build());
    directory.revoke("made up");
    pool.revocationRefusal = Optional.of(ApiCallTimeoutException.builder().build());
    directory.revoke("given out");
    pool.revocationRefusal = Optional.empty();
    directory.revoke("given out");

    assertThat(pool.revoked).containsExactly("given out");
  }

  @Test
  void signInIsNotHeldUpByARevocationThatHangs() {
    directory.revoke("given out");

    assertThat(pool.revocationTimeout).isEqualTo(Duration.ofSeconds(3));
  }

  static Stream<CognitoIdentityProviderException> failedSignIns() {
    return Stream.of(
        NotAuthorizedException.builder().build(),
        UserNotFoundException.builder().build(),
        UserNotConfirmedException.builder().build(),
        PasswordResetRequiredException.builder().build(),
        InvalidParameterException.builder().build());
  }

  /** Whatever is wrong with a sign-in, the answer is one and the same. */
  @ParameterizedTest
  @MethodSource("failedSignIns")
  void everyFailedSignInIsTheSame(CognitoIdentityProviderException failure) {
    pool.refusal = failure;

    assertThat(directory.signIn(EMAIL, "secret")).isEmpty();
  }

  static Stream<CognitoIdentityProviderException> wrongCodes() {
    return Stream.of(
        CodeMismatchException.builder().build(),
        ExpiredCodeException.builder().build(),
        UserNotFoundException.builder().build());
  }

  @ParameterizedTest
  @MethodSource("wrongCodes")
  void wrongCodeResetsNothing(CognitoIdentityProviderException failure) {
    pool.refusal = failure;

    assertThat(codes.reset(EMAIL, "123456", "secret")).isFalse();
  }

  @Test
  void passwordThatOnlyCognitoRefusesIsAPasswordProblem() {
    pool.refusal = InvalidPasswordException.builder().build();

    assertProblem(() -> codes.reset(EMAIL, "123456", "secret"), ProblemType.PASSWORD_POLICY);
    assertProblem(() -> codes.register(EMAIL, "secret", Language.EN), ProblemType.PASSWORD_POLICY);
    assertProblem(() -> directory.setPassword("sub", "secret"), ProblemType.PASSWORD_POLICY);
  }

  @Test
  void signUpThatOnlyCognitoRefusesIsAValidationProblem() {
    pool.refusal = InvalidParameterException.builder().build();

    assertProblem(() -> codes.register(EMAIL, "secret", Language.EN), ProblemType.VALIDATION);
  }

  @Test
  void userWhoIsGoneIsDeletedAndSignedOut() {
    pool.refusal = UserNotFoundException.builder().build();

    directory.delete("sub");
    directory.signOutEverywhere("sub");
  }

  private static void assertUnavailable(Call call) {
    assertProblem(call, ProblemType.UNAVAILABLE);
  }

  private static void assertProblem(Call call, ProblemType expected) {
    assertThatThrownBy(call::run)
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(expected);
  }

  private interface Call {
    void run() throws Exception;
  }
}
