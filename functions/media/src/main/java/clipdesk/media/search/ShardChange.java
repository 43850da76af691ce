package clipdesk.media.search;

import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.transcript.search.ShardWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.MMapDirectory;

/** Transcripts that are to stand in a shard as they are now, or not any more. */
final class ShardChange {
  private final Map<TranscriptKey, Optional<PresentTranscripts.Present>> wanted =
      new LinkedHashMap<>();

  void put(TranscriptKey key, Optional<PresentTranscripts.Present> present) {
    wanted.put(key, present);
  }

  Entries applied(Entries entries) {
    var applied = entries;
    for (var each : wanted.entrySet()) {
      var key = each.getKey();
      var before = applied;
      applied =
          each.getValue()
              .map(it -> before.with(key, it.entry()))
              .orElseGet(() -> before.without(key));
    }
    return applied;
  }

  /**
   * @return the names of all files of the shard
   */
  Set<String> write(Path folder) throws IOException {
    try (var directory = new MMapDirectory(folder);
        var writer = new ShardWriter(directory)) {
      for (var each : wanted.entrySet()) {
        if (each.getValue().isPresent()) {
          writer.replace(each.getValue().get().indexed());
        } else {
          writer.remove(each.getKey().videoId(), each.getKey().language());
        }
      }
      return writer.commit();
    }
  }
}
