package clipdesk.accounts.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Users who never typed their code. */
final class CognitoLeftovers implements SweepAccounts.UnconfirmedUsers {
  private final CognitoIdentityProviderClient cognito;
  private final String userPoolId;

  CognitoLeftovers(CognitoIdentityProviderClient cognito, String userPoolId) {
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

  @Override
  public Optional<String> unconfirmed(String sub) {
    return find(sub)
        .filter(user -> user.userStatus() == UserStatusType.UNCONFIRMED)
        .flatMap(CognitoLeftovers::address);
  }

  @Override
  public Optional<String> email(String sub) {
    return find(sub).flatMap(CognitoLeftovers::address);
  }

  @Override
  public boolean exists(String sub) {
    return find(sub).isPresent();
  }

  private static Optional<String> address(AdminGetUserResponse found) {
    return Stream.of(found)
        .flatMap(user -> user.userAttributes().stream())
        .filter(attribute -> attribute.name().equals("email"))
        .map(attribute -> attribute.value())
        .findFirst();
  }

  @Override
  public Optional<String> sub(String email) {
    return find(email).map(AdminGetUserResponse::username);
  }

  @Override
  public void signOut(String sub) {
    cognito.adminUserGlobalSignOut(out -> out.userPoolId(userPoolId).username(sub));
  }

  @Override
  public void delete(String sub) {
    try {
      cognito.adminUserGlobalSignOut(out -> out.userPoolId(userPoolId).username(sub));
      cognito.adminDeleteUser(delete -> delete.userPoolId(userPoolId).username(sub));
    } catch (UserNotFoundException e) {
      // Deleted by the request that was thought to have crashed.
    }
  }

  private Optional<AdminGetUserResponse> find(String sub) {
    try {
      return Optional.of(cognito.adminGetUser(get -> get.userPoolId(userPoolId).username(sub)));
    } catch (UserNotFoundException e) {
      return Optional.empty();
    }
  }
}
