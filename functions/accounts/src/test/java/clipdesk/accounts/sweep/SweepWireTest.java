package clipdesk.accounts.sweep;

import clipdesk.accounts.WireClients;
import clipdesk.common.aws.AwsClients;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

final class SweepWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TABLE = WireClients.CONFIG.table();

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void poolIsAskedAsCommitted() throws IOException {
    var users =
        new CognitoUnconfirmedUsers(
            AwsClients.client(CognitoIdentityProviderClient.builder()),
            WireClients.CONFIG.userPoolId());

    wire.answer("{\"Users\": []}");
    wire.call("createdBefore", () -> users.createdBefore(NOW));

    wire.matches(CognitoUnconfirmedUsers.class);
  }

  @Test
  void whatIsToDoIsAskedAsCommitted() throws IOException {
    var todo = new DynamoTodo(WireClients.dynamo(), TABLE);

    wire.call("before", () -> todo.before("DELETE", NOW));

    wire.matches(DynamoTodo.class);
  }

  @Test
  void resetsAreAskedAsCommitted() throws IOException {
    var dynamo = WireClients.dynamo();
    var resets = new DynamoUnfinishedResets(dynamo, TABLE, new DynamoTodo(dynamo, TABLE));

    wire.call("triedBefore", () -> resets.triedBefore(NOW));
    wire.call("email", () -> resets.email("V#id-hash"));
    wire.call("settled", () -> resets.settled("V#id-hash"));

    wire.matches(DynamoUnfinishedResets.class);
  }

  @Test
  void pagesAreAskedAsCommitted() throws IOException {
    var pages = new DynamoAccountPages(WireClients.dynamo(), TABLE, /* rows= */ 500);

    wire.answer("{\"Item\": {\"after\": {\"S\": \"USER#a\"}, \"witness\": {\"S\": \"b\"}}}");
    wire.call("next", () -> pages.next(NOW));
    wire.call(
        "turn",
        () ->
            pages.turn(
                new AccountPages.Page(List.of(), Optional.empty(), Optional.empty()),
                Optional.of("sub-1")));

    wire.matches(DynamoAccountPages.class);
  }
}
