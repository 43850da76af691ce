package clipdesk.accounts.directory;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** New people and the codes that prove an address, by Cognito. */
@Singleton
final class CognitoCodes implements Registrations, Recoveries {
  private static final Logger LOG = LoggerFactory.getLogger(CognitoCodes.class);

  private final CognitoIdentityProviderClient cognito;
  private final AccountsConfig config;
  private final CognitoClientSecret secret;
  private final People people;

  CognitoCodes(
      CognitoIdentityProviderClient cognito,
      AccountsConfig config,
      CognitoClientSecret secret,
      People people) {
    this.cognito = cognito;
    this.config = config;
    this.secret = secret;
    this.people = people;
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
                          CognitoDirectory.attribute("email", email),
                          CognitoDirectory.attribute("locale", language.tag()))
                      .clientMetadata(Map.of("lang", language.tag())))
          .userSub();
    } catch (UsernameExistsException e) {
      throw new AddressTakenException();
    } catch (LimitExceededException | CodeDeliveryFailureException e) {
      // The user exists all the same, unconfirmed; the person may ask for another code.
      LOG.warn("Sign-up: the code was not mailed: {}", e.getClass().getSimpleName());
      return people.find(email).orElseThrow(() -> e).sub();
    } catch (InvalidPasswordException e) {
      throw CognitoFailures.passwordPolicy();
    } catch (InvalidParameterException e) {
      LOG.error("validator-drift: Cognito refuses a sign-up that our rules accept");
      throw ProblemException.invalid("/email", "malformed", "Must be a mail address");
    } catch (CognitoIdentityProviderException e) {
      throw CognitoFailures.translated(e);
    }
  }

  @Override
  public void resend(String sub, Language language) {
    CognitoFailures.quietly(
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
      return people.find(sub).filter(Person::confirmed).isPresent();
    } catch (CognitoIdentityProviderException e) {
      return CognitoFailures.refused("confirm", e);
    }
  }

  @Override
  public void request(String email, Language language) {
    CognitoFailures.quietly(
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
      throw CognitoFailures.passwordPolicy();
    } catch (CognitoIdentityProviderException e) {
      return CognitoFailures.refused("reset", e);
    }
  }
}
