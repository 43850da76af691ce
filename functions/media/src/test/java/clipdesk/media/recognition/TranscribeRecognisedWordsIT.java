package clipdesk.media.recognition;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Of Amazon Transcribe, as the emulator has it. */
final class TranscribeRecognisedWordsIT extends RecognisedWordsContract {
  @RegisterExtension static final LocalTranscribe LOCAL = new LocalTranscribe();

  @Override
  WordsSource recogniser() {
    return LOCAL.words();
  }

  @Override
  void hears(byte[] heard) {
    LOCAL.hears(video.videoId() + "/a1", heard);
  }
}
