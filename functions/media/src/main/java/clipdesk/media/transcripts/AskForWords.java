package clipdesk.media.transcripts;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.media.transcripts.Transcripts.Stored;
import jakarta.inject.Singleton;

/** Has words recognised where nobody brought some, once for each sound. */
@OfTranscripts
@Singleton
final class AskForWords {
  private final Transcripts transcripts;
  private final EditTranscript editTranscript;
  private final RecognitionRequests requests;
  private final RecognitionPolicy policy;

  AskForWords(
      Transcripts transcripts,
      EditTranscript editTranscript,
      RecognitionRequests requests,
      RecognitionPolicy policy) {
    this.transcripts = transcripts;
    this.editTranscript = editTranscript;
    this.requests = requests;
    this.policy = policy;
  }

  /** For each language of a video, where the policy wants it. */
  void whereWanted(Video video) {
    for (var language : video.description().languages()) {
      if (RecognitionPolicy.tag(language).isPresent()) {
        whereWanted(video, new TranscriptKey(video.videoId(), language));
      }
    }
  }

  private void whereWanted(Video video, TranscriptKey key) {
    if (policy.asksByItself(/* hasText= */ true)) {
      var state = transcripts.find(key).map(Stored::state).orElse(TranscriptState.NONE);
      if (policy.asksByItself(state.text().isPresent()) && state.lacksWords(video)) {
        requests.ask(new RecognisedSound(key, video.masterVersion()));
      }
    }
  }

  /**
   * For an editor, who sees nothing of it before words are there or are refused.
   *
   * @throws ProblemException {@code unavailable} if the portal has no recogniser; {@code
   *     validation} in a language that it does not know
   */
  void byEditor(Video video, TranscriptKey key) {
    if (policy == RecognitionPolicy.NEVER) {
      throw new ProblemException(ProblemType.UNAVAILABLE, "Words are not recognised here");
    }
    if (RecognitionPolicy.tag(key.language()).isEmpty()) {
      throw ProblemException.invalid(
          "query:language", "unknown-value", "Words are not recognised in this language");
    }
    editTranscript.forget(key, Brought.RECOGNITION);
    requests.ask(new RecognisedSound(key, video.masterVersion()));
  }
}
