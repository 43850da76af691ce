package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditTrail;
import clipdesk.accounts.audit.AuditedCall;
import clipdesk.accounts.directory.CognitoClientSecret;
import clipdesk.accounts.directory.CognitoDirectory;
import clipdesk.accounts.events.SnsAccountEvents;
import clipdesk.accounts.leaving.EraseAccount;
import clipdesk.accounts.profile.DynamoProfiles;
import clipdesk.accounts.sessions.DynamoSessions;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.accounts.tally.EmfTally;
import clipdesk.accounts.throttling.ThreadTime;
import clipdesk.accounts.verification.DynamoCurrentSignUps;
import clipdesk.accounts.verification.UnprovenUsers;
import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
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
    var sns = AwsClients.client(SnsClient.builder());
    var table = environment.text("ACCOUNTS_TABLE");
    var pool = environment.text("USER_POOL_ID");
    var client = environment.text("USER_POOL_CLIENT_ID");
    var clock = Clock.tickSeconds(ZoneOffset.UTC);
    var secret = new CognitoClientSecret(cognito, pool, client);
    this.audit = AuditTrail.ofFunction(secret, clock);
    var events = new SnsAccountEvents(() -> sns, environment.text("ACCOUNT_EVENTS_TOPIC_ARN"));
    var people = new CognitoDirectory(cognito, pool, client, secret, audit);
    var profiles = new DynamoProfiles(dynamo, table);
    var eraseAccount =
        new EraseAccount(events, people, people, new DynamoSessions(dynamo, table), profiles);
    var todo = new DynamoTodo(dynamo, table);
    this.sweep =
        new SweepAccounts(
            new CognitoUnconfirmedUsers(cognito, pool),
            new DynamoUnfinishedDeletions(todo),
            new DynamoUnfinishedResets(dynamo, table, todo),
            new SweepGoneUsers(
                new DynamoAccountPages(dynamo, table, ROWS_AN_HOUR),
                people,
                eraseAccount,
                audit,
                clock),
            people,
            new UnprovenUsers(people, new DynamoCurrentSignUps(dynamo, table)),
            eraseAccount,
            new EndAllSessions(profiles, people, events, audit, clock, new ThreadTime()),
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
