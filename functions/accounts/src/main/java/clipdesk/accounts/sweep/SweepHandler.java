package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditTrail;
import clipdesk.accounts.audit.AuditedCall;
import clipdesk.accounts.directory.CognitoClientSecret;
import clipdesk.accounts.events.SnsAccountEvents;
import clipdesk.accounts.sessions.DynamoSessions;
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
  /** Rows of the table that an hour looks through for accounts without a user. */
  private static final int ROWS_AN_HOUR = 500;

  private final SweepAccounts sweep;
  private final AuditTrail audit;

  public SweepHandler() {
    var environment = Environment.ofProcess();
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var cognito = AwsClients.client(CognitoIdentityProviderClient.builder());
    var table = environment.text("ACCOUNTS_TABLE");
    var pool = environment.text("USER_POOL_ID");
    var clock = InstantSource.system();
    this.audit =
        AuditTrail.ofFunction(
            new CognitoClientSecret(cognito, pool, environment.text("USER_POOL_CLIENT_ID")), clock);
    var users = new CognitoLeftovers(cognito, pool);
    var deletions = new DynamoLeftovers(dynamo, table, new DynamoSessions(dynamo, table));
    var sns = AwsClients.client(SnsClient.builder());
    var events = new SnsAccountEvents(() -> sns, environment.text("ACCOUNT_EVENTS_TOPIC_ARN"));
    this.sweep =
        new SweepAccounts(
            users,
            deletions,
            new DynamoUnfinishedResets(dynamo, table),
            new SweepGoneUsers(
                new DynamoAccountPages(dynamo, table, ROWS_AN_HOUR),
                users,
                deletions,
                events,
                audit,
                clock),
            events,
            new DynamoCurrentSignUps(dynamo, table),
            new EmfTally(),
            audit,
            clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    audit.begin(AuditedCall.ofNobody(context.getAwsRequestId()));
    sweep.sweep();
  }
}
