package clipdesk.media.transcripts;

import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionReader;
import clipdesk.transcript.revision.RevisionWriter;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The bucket in memory: a state is written over by its tag alone. */
@Singleton
@Replaces(S3Transcripts.class)
public final class InMemoryTranscripts implements Transcripts {
  private final Map<TranscriptKey, Stored> states = new ConcurrentHashMap<>();
  private final Map<String, byte[]> parts = new ConcurrentHashMap<>();
  private final AtomicInteger tags = new AtomicInteger();

  @Override
  public Optional<Stored> find(TranscriptKey key) {
    return Optional.ofNullable(states.get(key));
  }

  @Override
  public Optional<Standing> current(TranscriptKey key) {
    return find(key)
        .map(Stored::state)
        .map(it -> new Standing(it, it.current().flatMap(kept -> revision(key, kept.name()))));
  }

  @Override
  public boolean write(TranscriptKey key, TranscriptState state, Optional<Stored> before) {
    // Through the text, as it would come from the store.
    var next = new Stored(TranscriptState.read(state.json()), "tag-" + tags.incrementAndGet());
    return before
        .map(it -> states.replace(key, it, next))
        .orElseGet(() -> states.putIfAbsent(key, next) == null);
  }

  @Override
  public String keepSource(TranscriptKey key, byte[] content) {
    return keep(key, "sources/" + Arrays.hashCode(content), content);
  }

  @Override
  public byte[] source(TranscriptKey key, String name) {
    return Optional.ofNullable(parts.get(key + name))
        .orElseThrow(() -> new MissingPartException(key, name));
  }

  @Override
  public String keepRevision(TranscriptKey key, Revision revision) {
    var content = RevisionWriter.write(revision).getBytes(StandardCharsets.UTF_8);
    return keep(
        key, "revisions/r%d-%d".formatted(revision.number(), Arrays.hashCode(content)), content);
  }

  @Override
  public Optional<Revision> revision(TranscriptKey key, String name) {
    return Optional.of(RevisionReader.read(new String(source(key, name), StandardCharsets.UTF_8)));
  }

  private String keep(TranscriptKey key, String name, byte[] content) {
    parts.put(key + name, content.clone());
    return name;
  }
}
