package clipdesk.media.transcripts;

import clipdesk.common.TickingClock;
import java.time.Duration;

/** As a file {@code words/{videoId}/{language}}. */
final class UploadedWordsTest extends HeardWordsContract {
  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final InMemoryBroughtFiles files = new InMemoryBroughtFiles(clock);

  @Override
  protected void bring(byte[] words) {
    clock.pass(Duration.ofSeconds(1));
    files.put("words/%s/en".formatted(video.videoId()), words);
    tellAgain();
  }

  @Override
  protected void tellAgain() {
    var editTranscript = new EditTranscript(transcripts, new InMemoryActivities(), clock);
    var requests = new InMemoryRecognitionRequests();
    var ask = new AskForWords(transcripts, editTranscript, requests, RecognitionPolicy.NEVER);
    new TakeFiles(videos, files, transcripts, editTranscript, ask).of(video.videoId());
  }

  @Override
  protected String source() {
    return "upload";
  }
}
