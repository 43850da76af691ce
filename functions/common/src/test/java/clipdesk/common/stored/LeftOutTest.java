package clipdesk.common.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.logging.StandardOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LeftOutTest {
  @Test
  void whatCanBeReadPassesWithoutAWord() throws IOException {
    var told =
        StandardOutput.of(
            () -> assertThat(LeftOut.ifUnreadable("videos", "VIDEO#x", () -> 7)).contains(7));
    assertThat(told).isEmpty();
  }

  @Test
  void whatCannotBeReadIsLeftOutToldByItsIdAndCountedForTheStack() throws IOException {
    var told =
        StandardOutput.of(
            () ->
                assertThat(LeftOut.ifUnreadable("videos", "VIDEO#x", LeftOutTest::spoilt))
                    .isEmpty());

    assertThat(told).contains("VIDEO#x of videos is left out. Not as it was written: title");
    // Outside of Lambda its logger ends no line.
    var line = Json.object(told.substring(told.indexOf("{\"Unreadable")));
    assertThat(line)
        .containsEntry("Unreadable", 1)
        .containsEntry("stack", "local")
        .containsEntry("store", "videos")
        .containsEntry("function", "local");
    assertThat(line.get("_aws").toString())
        .contains("Dimensions=" + List.of(List.of("stack"), List.of("stack", "store")));
  }

  @Test
  void anyOtherFailureIsNoneOfARow() {
    assertThatThrownBy(
            () ->
                LeftOut.ifUnreadable(
                    "videos",
                    "VIDEO#x",
                    () -> {
                      throw new IllegalStateException("The store is away");
                    }))
        .hasMessage("The store is away");
  }

  private static Object spoilt() {
    return Members.of(Map.of()).text("title");
  }
}
