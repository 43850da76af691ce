package clipdesk.accounts.sweep;

import clipdesk.accounts.tally.EmfTally;
import clipdesk.accounts.verification.DynamoCurrentSignUps;
import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The schedule says that an hour has passed. */
public final class SweepHandler implements RequestStreamHandler {
  private final SweepAccounts sweep;

  public SweepHandler() {
    var environment = Environment.ofProcess();
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var table = environment.text("ACCOUNTS_TABLE");
    this.sweep =
        new SweepAccounts(
            new CognitoLeftovers(
                AwsClients.client(CognitoIdentityProviderClient.builder()),
                environment.text("USER_POOL_ID")),
            new DynamoLeftovers(
                dynamo,
                AwsClients.client(SnsClient.builder()),
                table,
                environment.text("ACCOUNT_EVENTS_TOPIC_ARN")),
            new DynamoUnfinishedResets(dynamo, table),
            new DynamoCurrentSignUps(dynamo, table),
            new EmfTally(),
            InstantSource.system());
  }

  SweepHandler(SweepAccounts sweep) {
    this.sweep = sweep;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    sweep.sweep();
  }
}
