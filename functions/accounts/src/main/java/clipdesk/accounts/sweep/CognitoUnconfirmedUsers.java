package clipdesk.accounts.sweep;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Users of the pool who never typed their code. */
final class CognitoUnconfirmedUsers implements SweepAccounts.UnconfirmedUsers {
  private final CognitoIdentityProviderClient cognito;
  private final String userPoolId;

  CognitoUnconfirmedUsers(CognitoIdentityProviderClient cognito, String userPoolId) {
    this.cognito = cognito;
    this.userPoolId = userPoolId;
  }

  @Override
  public List<String> createdBefore(Instant limit) {
    return cognito
        .listUsersPaginator(
            list -> list.userPoolId(userPoolId).filter("cognito:user_status = \"UNCONFIRMED\""))
        .users()
        .stream()
        .filter(user -> user.userCreateDate().isBefore(limit))
        .map(UserType::username)
        .toList();
  }
}
