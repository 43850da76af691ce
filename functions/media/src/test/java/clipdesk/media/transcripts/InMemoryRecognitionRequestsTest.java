package clipdesk.media.transcripts;

final class InMemoryRecognitionRequestsTest extends RecognitionRequestsContract {
  private final InMemoryRecognitionRequests requests = new InMemoryRecognitionRequests();

  @Override
  RecognitionRequests requests() {
    return requests;
  }
}
