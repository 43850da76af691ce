package clipdesk.newsletters.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.GatewayCalls;
import clipdesk.common.QueueCalls;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may move lists, and what moves none. */
final class TransferFunctionTest extends TransferCalls {
  @Test
  void listsThatNobodyHasAreNotFound() {
    for (var id : List.of("4".repeat(26), "x", "%00")) {
      assertThat(problem(call(editor("GET", path(id))))).isEqualTo("404 not-found");
      assertThat(problem(call(editor("GET", "/v1/editor/subscriber-exports/" + id))))
          .isEqualTo("404 not-found");
    }
  }

  @Test
  void nobodyButEditorsMovesLists() {
    for (var way : List.of("imports", "exports")) {
      assertThat(
              problem(
                  call(
                      GatewayCalls.call("POST", "/v1/editor/subscriber-" + way)
                          .signedIn("ada")
                          .json("{}"))))
          .isEqualTo("403 forbidden");
    }
  }

  @Test
  void messagesThatAreNoneComeAgainAndThoseAboutNothingDoNot() throws IOException {
    for (var bad : List.of("no", "{}", "{\"v\":1,\"type\":\"list\",\"way\":\"up\",\"id\":\"x\"}")) {
      assertThat(world.failures(bad)).as(bad).containsExactly("m-0");
    }
    assertThat(world.failures("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}")).isEmpty();
    assertThat(world.failures(message("4".repeat(26)))).isEmpty();
    assertThat(QueueCalls.failures(world.handler, ExampleEvents.text("subscriber-list-put.json")))
        .as("an import that nobody began")
        .isEmpty();
  }

  @Test
  void operatorHasAddressesMovedToTheNewestKey() throws IOException {
    world.keys.put("s-1", "k1");

    assertThat(world.failures("{\"v\":1,\"type\":\"rekey\",\"key\":\"k9\"}"))
        .as("a key that is not the newest: it comes again")
        .containsExactly("m-0");
    assertThat(world.failures("{\"v\":1,\"type\":\"rekey\",\"key\":\"k2\"}")).isEmpty();

    assertThat(world.keys.all()).containsEntry("s-1", "k2");
  }
}
