package clipdesk.accounts.directory;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.common.localisation.Language;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Users and their sessions, by Cognito. */
@Singleton
public final class CognitoDirectory implements SignIns, People {
  private static final Logger LOG = LoggerFactory.getLogger(CognitoDirectory.class);

  /** Nobody waits long for what may fail. */
  private static final Duration REVOCATION = Duration.ofSeconds(3);

  private final CognitoIdentityProviderClient cognito;
  private final String userPoolId;
  private final String clientId;
  private final CognitoClientSecret secret;
  private final AuditLog audit;

  @Inject
  CognitoDirectory(
      CognitoIdentityProviderClient cognito,
      AccountsConfig config,
      CognitoClientSecret secret,
      AuditLog audit) {
    this(cognito, config.userPoolId(), config.clientId(), secret, audit);
  }

  public CognitoDirectory(
      CognitoIdentityProviderClient cognito,
      String userPoolId,
      String clientId,
      CognitoClientSecret secret,
      AuditLog audit) {
    this.cognito = cognito;
    this.userPoolId = userPoolId;
    this.clientId = clientId;
    this.secret = secret;
    this.audit = audit;
  }

  @Override
  public Optional<Tokens> signIn(String email, String password) {
    try {
      var answer =
          cognito.adminInitiateAuth(
              request ->
                  request
                      .userPoolId(userPoolId)
                      .clientId(clientId)
                      .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                      .authParameters(
                          Map.of(
                              "USERNAME", email,
                              "PASSWORD", password,
                              "SECRET_HASH", secret.hash(email))));
      return Optional.ofNullable(answer.authenticationResult())
          .map(result -> CognitoTokens.of(result, result.refreshToken()));
    } catch (NotAuthorizedException
        | UserNotFoundException
        | UserNotConfirmedException
        | PasswordResetRequiredException
        | InvalidParameterException e) {
      return Optional.empty();
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken) throws ReusedTokenException {
    try {
      var result =
          cognito
              .getTokensFromRefreshToken(
                  request ->
                      request
                          .clientId(clientId)
                          .clientSecret(secret.text())
                          .refreshToken(refreshToken))
              .authenticationResult();
      return Optional.of(
          CognitoTokens.of(
              result, Optional.ofNullable(result.refreshToken()).orElse(refreshToken)));
    } catch (RefreshTokenReuseException e) {
      audit.happened(AuditEvent.REFRESH_TOKEN_REUSED);
      throw new ReusedTokenException();
    } catch (NotAuthorizedException | UserNotFoundException e) {
      return Optional.empty();
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  @Override
  public void revoke(String refreshToken) {
    try {
      cognito.revokeToken(
          request ->
              request
                  .clientId(clientId)
                  .clientSecret(secret.text())
                  .token(refreshToken)
                  .overrideConfiguration(call -> call.apiCallTimeout(REVOCATION)));
    } catch (SdkException e) {
      LOG.warn("A refresh token could not be revoked: {}", e.getClass().getName());
    }
  }

  @Override
  public void signOutEverywhere(String sub) {
    try {
      cognito.adminUserGlobalSignOut(request -> request.userPoolId(userPoolId).username(sub));
    } catch (UserNotFoundException e) {
      LOG.info("Sign-out of a user who is gone");
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  @Override
  public Optional<Person> find(String username) {
    try {
      var user = cognito.adminGetUser(request -> request.userPoolId(userPoolId).username(username));
      var attributes =
          user.userAttributes().stream()
              .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
      return Optional.of(
          new Person(
              attributes.getOrDefault("sub", user.username()),
              // The pool has nobody without one: the template requires it.
              Optional.ofNullable(attributes.get("email")).orElseThrow(),
              Optional.ofNullable(attributes.get("locale"))
                  .flatMap(Language::ofTag)
                  .orElse(Language.EN),
              user.userStatus() != UserStatusType.UNCONFIRMED,
              Boolean.TRUE.equals(user.enabled())));
    } catch (UserNotFoundException e) {
      return Optional.empty();
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  @Override
  public void delete(String sub) {
    try {
      cognito.adminDeleteUser(request -> request.userPoolId(userPoolId).username(sub));
    } catch (UserNotFoundException e) {
      LOG.info("The user to be deleted is gone already");
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  @Override
  public void setPassword(String sub, String password) {
    try {
      cognito.adminSetUserPassword(
          request ->
              request.userPoolId(userPoolId).username(sub).password(password).permanent(true));
    } catch (InvalidPasswordException e) {
      throw CognitoFailures.passwordPolicy();
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
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
          request -> request.userPoolId(userPoolId).username(sub).userAttributes(attributes));
    } catch (AliasExistsException | UsernameExistsException e) {
      throw new AddressTakenException();
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
