package clipdesk.accounts.directory;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnexpectedLambdaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Amazon Cognito. Branches on the class of an exception and never on its text. */
@Singleton
final class CognitoDirectory implements Registrations, Recoveries, SignIns, People {
  private static final Logger LOG = LoggerFactory.getLogger(CognitoDirectory.class);

  private final CognitoIdentityProviderClient cognito;
  private final AccountsConfig config;
  private final CognitoClientSecret secret;

  CognitoDirectory(
      CognitoIdentityProviderClient cognito, AccountsConfig config, CognitoClientSecret secret) {
    this.cognito = cognito;
    this.config = config;
    this.secret = secret;
  }

  @Override
  public String register(String email, String password, Language language)
      throws AddressTakenException {
    try {
      return cognito
          .signUp(
              request ->
                  request
                      .clientId(config.clientId())
                      .secretHash(secret.hash(email))
                      .username(email)
                      .password(password)
                      .userAttributes(
                          attribute("email", email), attribute("locale", language.tag()))
                      .clientMetadata(Map.of("lang", language.tag())))
          .userSub();
    } catch (UsernameExistsException e) {
      throw new AddressTakenException();
    } catch (LimitExceededException | CodeDeliveryFailureException e) {
      // The user exists all the same, unconfirmed; the person may ask for another code.
      LOG.warn("Sign-up: the code was not mailed: {}", e.getClass().getSimpleName());
      return find(email).orElseThrow(() -> e).sub();
    } catch (InvalidPasswordException e) {
      throw passwordPolicy();
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  @Override
  public void resend(String sub, Language language) {
    quietly(
        "resend",
        () ->
            cognito.resendConfirmationCode(
                request ->
                    request
                        .clientId(config.clientId())
                        .secretHash(secret.hash(sub))
                        .username(sub)
                        .clientMetadata(Map.of("lang", language.tag()))));
  }

  @Override
  public boolean confirm(String sub, String code) {
    try {
      cognito.confirmSignUp(
          request ->
              request
                  .clientId(config.clientId())
                  .secretHash(secret.hash(sub))
                  .username(sub)
                  .confirmationCode(code));
      return true;
    } catch (NotAuthorizedException e) {
      // Confirmed before, by a call whose answer got lost, or disabled.
      return find(sub).filter(Person::confirmed).isPresent();
    } catch (CognitoIdentityProviderException e) {
      return refused("confirm", e);
    }
  }

  @Override
  public void request(String email, Language language) {
    quietly(
        "reset request",
        () ->
            cognito.forgotPassword(
                request ->
                    request
                        .clientId(config.clientId())
                        .secretHash(secret.hash(email))
                        .username(email)
                        .clientMetadata(Map.of("lang", language.tag()))));
  }

  @Override
  public boolean reset(String email, String code, String newPassword) {
    try {
      cognito.confirmForgotPassword(
          request ->
              request
                  .clientId(config.clientId())
                  .secretHash(secret.hash(email))
                  .username(email)
                  .confirmationCode(code)
                  .password(newPassword));
      return true;
    } catch (InvalidPasswordException e) {
      throw passwordPolicy();
    } catch (CognitoIdentityProviderException e) {
      return refused("reset", e);
    }
  }

  @Override
  public Optional<Tokens> signIn(String email, String password) {
    try {
      var answer =
          cognito.adminInitiateAuth(
              request ->
                  request
                      .userPoolId(config.userPoolId())
                      .clientId(config.clientId())
                      .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                      .authParameters(
                          Map.of(
                              "USERNAME", email,
                              "PASSWORD", password,
                              "SECRET_HASH", secret.hash(email))));
      return Optional.ofNullable(answer.authenticationResult())
          .map(result -> tokens(result, result.refreshToken()));
    } catch (NotAuthorizedException
        | UserNotFoundException
        | UserNotConfirmedException
        | PasswordResetRequiredException
        | InvalidParameterException e) {
      return Optional.empty();
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken) {
    try {
      var result =
          cognito
              .getTokensFromRefreshToken(
                  request ->
                      request
                          .clientId(config.clientId())
                          .clientSecret(secret.text())
                          .refreshToken(refreshToken))
              .authenticationResult();
      return Optional.of(
          tokens(result, Optional.ofNullable(result.refreshToken()).orElse(refreshToken)));
    } catch (RefreshTokenReuseException e) {
      LOG.warn("audit: a refresh token was used again after its rotation; its session ends");
      revoke(refreshToken);
      return Optional.empty();
    } catch (NotAuthorizedException | UserNotFoundException e) {
      return Optional.empty();
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  @Override
  public void revoke(String refreshToken) {
    quietly(
        "revoke",
        () ->
            cognito.revokeToken(
                request ->
                    request
                        .clientId(config.clientId())
                        .clientSecret(secret.text())
                        .token(refreshToken)));
  }

  @Override
  public void signOutEverywhere(String sub) {
    try {
      cognito.adminUserGlobalSignOut(
          request -> request.userPoolId(config.userPoolId()).username(sub));
    } catch (UserNotFoundException e) {
      LOG.info("Sign-out of a user who is gone");
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  @Override
  public Optional<Person> find(String username) {
    try {
      var user =
          cognito.adminGetUser(
              request -> request.userPoolId(config.userPoolId()).username(username));
      var attributes =
          user.userAttributes().stream()
              .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
      return Optional.of(
          new Person(
              attributes.getOrDefault("sub", user.username()),
              attributes.getOrDefault("email", ""),
              Language.ofTag(attributes.getOrDefault("locale", "")).orElse(Language.EN),
              user.userStatus() != UserStatusType.UNCONFIRMED,
              Boolean.TRUE.equals(user.enabled())));
    } catch (UserNotFoundException e) {
      return Optional.empty();
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  @Override
  public void delete(String sub) {
    try {
      cognito.adminDeleteUser(request -> request.userPoolId(config.userPoolId()).username(sub));
    } catch (UserNotFoundException e) {
      LOG.info("The user to be deleted is gone already");
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  @Override
  public void setPassword(String sub, String password) {
    cognito.adminSetUserPassword(
        request ->
            request
                .userPoolId(config.userPoolId())
                .username(sub)
                .password(password)
                .permanent(true));
  }

  @Override
  public void change(String sub, Optional<String> email, Optional<Language> language)
      throws AddressTakenException {
    var attributes = new ArrayList<AttributeType>();
    email.ifPresent(
        address -> {
          attributes.add(attribute("email", address));
          attributes.add(attribute("email_verified", "true"));
        });
    language.ifPresent(chosen -> attributes.add(attribute("locale", chosen.tag())));
    try {
      cognito.adminUpdateUserAttributes(
          request ->
              request.userPoolId(config.userPoolId()).username(sub).userAttributes(attributes));
    } catch (AliasExistsException | UsernameExistsException e) {
      throw new AddressTakenException();
    } catch (CognitoIdentityProviderException e) {
      throw translated(e);
    }
  }

  private static Tokens tokens(AuthenticationResultType result, String refreshToken) {
    return new Tokens(
        AccessTokens.subject(result.accessToken()),
        result.accessToken(),
        refreshToken,
        result.expiresIn());
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  /** For calls whose outcome a caller must not see: what Cognito refuses is only logged. */
  private static void quietly(String what, Runnable call) {
    try {
      call.run();
    } catch (CognitoIdentityProviderException e) {
      refused(what, e);
    }
  }

  private static boolean refused(String what, CognitoIdentityProviderException e) {
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

  private static ProblemException passwordPolicy() {
    LOG.error("validator-drift: Cognito refuses a password that our rules accept");
    return new ProblemException(ProblemType.PASSWORD_POLICY, "The password breaks a rule")
        .with("violations", List.of("common"));
  }

  private static RuntimeException translated(CognitoIdentityProviderException e) {
    if (!unavailable(e)) {
      return e;
    }
    // Its message may hold the address.
    LOG.error("Cognito is not available: {}", e.getClass().getName());
    return new ProblemException(ProblemType.UNAVAILABLE, "").retryAfter(Duration.ofSeconds(5));
  }
}
