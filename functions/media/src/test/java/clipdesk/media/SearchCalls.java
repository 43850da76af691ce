package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.search.InMemoryIndexFiles;
import clipdesk.media.search.SpokenWorld;
import clipdesk.media.transcripts.InMemoryTranscripts;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The running function, a worker that makes its index, and words to search with. */
abstract class SearchCalls extends TranscriptCalls {
  static final String STATE = "transcripts/" + SampleVideos.ID + "/en/state.json";

  @TempDir Path folder;
  SpokenWorld index;

  @BeforeEach
  void aWorker() {
    index =
        new SpokenWorld(
            context.getBean(InMemoryIndexFiles.class),
            videos,
            context.getBean(InMemoryTranscripts.class),
            folder,
            clock);
  }

  void bring(String text) {
    assertThat(putText(text, "*").getStatusCode()).isEqualTo(202);
    assertThat(index.written(STATE)).isEmpty();
  }

  APIGatewayProxyResponseEvent search(String... query) {
    var call = GatewayCalls.call("GET", "/v1/search/spoken");
    for (var i = 0; i < query.length; i += 2) {
      call.query(query[i], query[i + 1]);
    }
    return call(call);
  }

  static List<Map<String, Object>> hits(APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return list(json(answer), "items");
  }
}
