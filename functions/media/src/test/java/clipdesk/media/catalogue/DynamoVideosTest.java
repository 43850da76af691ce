package clipdesk.media.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.SampleConfig;
import clipdesk.media.catalogue.Videos.Filter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What reading does with rows that no ingest would write. */
final class DynamoVideosTest {
  private final List<Map<String, AttributeValue>> items = new ArrayList<>();
  private final DynamoVideos videos = new DynamoVideos(new Table(), SampleConfig.CONFIG);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "embargoUntil | \"+1000000000-01-01T00:00:00Z\"",
        "embargoUntil | 7",
        "withdrawn | true",
        "withdrawn | {\"at\":\"yesterday\"}",
        "legalBlock | \"yes\"",
        "announce | 0",
        "date | \"+10000-01-01\"",
        "title | {\"en\":\"Only English\"}",
        "event | []",
        "speakers | [1]",
        "videoId | \"../x\""
      })
  void aDescriptionThatCannotBeReadTakesNoOtherWithIt(String member, String json) {
    add("first", SampleVideos.with("first", "2026-02-12", Map.of()).json());
    var row = Json.object(SampleVideos.released().json());
    var description = Json.object(Json.text(row.get("description")));
    description.put(member, Json.object("{\"it\":" + json + "}").get("it"));
    row.put("description", description);
    add("spoilt", Json.text(row));
    add("last", SampleVideos.with("last", "2026-02-12", Map.of()).json());

    var told = toldWhile(() -> assertOthers());

    assertThat(told)
        .contains("VIDEO#spoilt", "\"Unreadable\":1")
        .doesNotContain("1000000000", "Only English");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frames | 0",
        "frameRate | {\"num\":25,\"den\":0}",
        "tracks | {}",
        "tracks | [{}]",
        "renditions | [{\"name\":\"x\"}]",
        "master | {}",
        "description | null"
      })
  void aRowThatCannotBeReadTakesNoOtherWithIt(String member, String json) {
    add("first", SampleVideos.with("first", "2026-02-12", Map.of()).json());
    var row = Json.object(SampleVideos.released().json());
    row.put(member, Json.object("{\"it\":" + json + "}").get("it"));
    add("spoilt", Json.text(row));
    add("last", SampleVideos.with("last", "2026-02-12", Map.of()).json());

    assertThat(toldWhile(() -> assertOthers())).contains("VIDEO#spoilt");
  }

  @Test
  void aRowThatIsNoJsonAtAllIsLeftOutToo() {
    add("first", SampleVideos.with("first", "2026-02-12", Map.of()).json());
    add("spoilt", "{\"description\":");
    items.add(Map.of("pk", AttributeValue.fromS("VIDEO#empty")));
    add("last", SampleVideos.with("last", "2026-02-12", Map.of()).json());

    assertThat(toldWhile(() -> assertOthers())).contains("VIDEO#spoilt", "VIDEO#empty");
  }

  private void assertOthers() {
    assertThat(videos.list(Filter.NONE, 10, Map.of()).videos())
        .extracting(Video::videoId)
        .containsExactly("first", "last");
    assertThat(videos.find("spoilt")).isEmpty();
    assertThat(videos.find("last")).isPresent();
  }

  private void add(String id, String json) {
    items.add(
        Map.of("pk", AttributeValue.fromS("VIDEO#" + id), "video", AttributeValue.fromS(json)));
  }

  private static String toldWhile(Runnable act) {
    var out = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      act.run();
    } finally {
      System.setOut(out);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  /** Answers with the rows that a test has put in. */
  private final class Table implements DynamoDbClient {
    @Override
    public QueryResponse query(QueryRequest request) {
      return QueryResponse.builder().items(items).build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      var found =
          items.stream().filter(it -> it.get("pk").equals(request.key().get("pk"))).findFirst();
      return GetItemResponse.builder().item(found.orElseGet(Map::of)).build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
