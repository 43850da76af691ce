package clipdesk.media.transcripts;

import clipdesk.common.web.PrimingCall;
import clipdesk.media.OfTranscripts;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Reads the transcript of a video that nobody has: the table is asked. */
@OfTranscripts
@Singleton
final class TranscriptPriming extends PrimingCall {
  TranscriptPriming(ApplicationContext context) {
    super(context, "/v1/videos/priming/transcript", Map.of());
  }
}
