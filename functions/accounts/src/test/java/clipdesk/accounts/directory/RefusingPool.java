package clipdesk.accounts.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminUserGlobalSignOutRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminUserGlobalSignOutResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/**
 * A pool that refuses everything as it is told; of revocations it keeps what they were asked with.
 */
final class RefusingPool implements CognitoIdentityProviderClient {
  final List<String> revoked = new ArrayList<>();
  CognitoIdentityProviderException refusal;
  Optional<SdkException> revocationRefusal = Optional.empty();
  Duration revocationTimeout = Duration.ZERO;

  @Override
  public DescribeUserPoolClientResponse describeUserPoolClient(
      DescribeUserPoolClientRequest request) {
    return DescribeUserPoolClientResponse.builder()
        .userPoolClient(client -> client.clientSecret("client-secret"))
        .build();
  }

  @Override
  public GetTokensFromRefreshTokenResponse getTokensFromRefreshToken(
      GetTokensFromRefreshTokenRequest request) {
    throw refusal;
  }

  @Override
  public RevokeTokenResponse revokeToken(RevokeTokenRequest request) {
    if (revocationRefusal.isPresent()) {
      throw revocationRefusal.get();
    }
    revoked.add(request.token());
    revocationTimeout = request.overrideConfiguration().orElseThrow().apiCallTimeout().get();
    return RevokeTokenResponse.builder().build();
  }

  @Override
  public SignUpResponse signUp(SignUpRequest request) {
    throw refusal;
  }

  @Override
  public AdminInitiateAuthResponse adminInitiateAuth(AdminInitiateAuthRequest request) {
    throw refusal;
  }

  @Override
  public ConfirmForgotPasswordResponse confirmForgotPassword(ConfirmForgotPasswordRequest request) {
    throw refusal;
  }

  @Override
  public AdminSetUserPasswordResponse adminSetUserPassword(AdminSetUserPasswordRequest request) {
    throw refusal;
  }

  @Override
  public AdminDeleteUserResponse adminDeleteUser(AdminDeleteUserRequest request) {
    throw refusal;
  }

  @Override
  public AdminUserGlobalSignOutResponse adminUserGlobalSignOut(
      AdminUserGlobalSignOutRequest request) {
    throw refusal;
  }

  @Override
  public String serviceName() {
    return CognitoIdentityProviderClient.SERVICE_NAME;
  }

  @Override
  public void close() {}
}
