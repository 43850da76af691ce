package clipdesk.media.transcripts;

import clipdesk.transcript.revision.Revision;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Another store, for tests in which something happens before a call: the name of its method. */
public final class TranscriptsAround implements Transcripts {
  public static final Set<String> READS = Set.of("find", "current", "source", "revision");

  private final Transcripts inner;
  private final Consumer<String> before;

  public TranscriptsAround(Transcripts inner, Consumer<String> before) {
    this.inner = inner;
    this.before = before;
  }

  @Override
  public Optional<Stored> find(TranscriptKey key) {
    before.accept("find");
    return inner.find(key);
  }

  @Override
  public Optional<Standing> current(TranscriptKey key) {
    before.accept("current");
    return inner.current(key);
  }

  @Override
  public boolean write(TranscriptKey key, TranscriptState state, Optional<Stored> before) {
    this.before.accept("write");
    return inner.write(key, state, before);
  }

  @Override
  public String keepSource(TranscriptKey key, byte[] content) {
    before.accept("keepSource");
    return inner.keepSource(key, content);
  }

  @Override
  public byte[] source(TranscriptKey key, String name) {
    before.accept("source");
    return inner.source(key, name);
  }

  @Override
  public String keepRevision(TranscriptKey key, Revision revision) {
    before.accept("keepRevision");
    return inner.keepRevision(key, revision);
  }

  @Override
  public Optional<Revision> revision(TranscriptKey key, String name) {
    before.accept("revision");
    return inner.revision(key, name);
  }
}
