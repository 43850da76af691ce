package clipdesk.media.transcripts;

final class InMemoryTranscriptsTest extends TranscriptsContract {
  private final InMemoryTranscripts transcripts = new InMemoryTranscripts();

  @Override
  Transcripts transcripts() {
    return transcripts;
  }
}
