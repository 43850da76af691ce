package clipdesk.media.transcripts;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests in memory. */
@Singleton
@Replaces(S3RecognitionRequests.class)
public final class InMemoryRecognitionRequests implements RecognitionRequests {
  private final Set<RecognisedSound> open = ConcurrentHashMap.newKeySet();

  @Override
  public void ask(RecognisedSound sound) {
    open.add(sound);
  }

  @Override
  public List<RecognisedSound> open() {
    return open.stream().sorted(Comparator.comparing(RecognisedSound::path)).toList();
  }

  @Override
  public void settle(RecognisedSound sound) {
    open.remove(sound);
  }
}
