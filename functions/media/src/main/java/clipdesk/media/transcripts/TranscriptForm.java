package clipdesk.media.transcripts;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.transcript.revision.ClipTranscript;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.TranscriptJson;
import clipdesk.transcript.revision.TranscriptText;
import clipdesk.transcript.revision.Window;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In what a transcript can be had. */
enum TranscriptForm {
  JSON(TranscriptForm.JSON_TYPE),
  VTT(TranscriptForm.VTT_TYPE),
  SRT(TranscriptForm.SRT_TYPE),
  TXT(TranscriptForm.TXT_TYPE);

  static final String JSON_TYPE = "application/json";
  static final String VTT_TYPE = "text/vtt";
  static final String SRT_TYPE = "application/x-subrip";
  static final String TXT_TYPE = "text/plain";

  private final String type;

  TranscriptForm(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** By the word that stands in a query. */
  static Optional<TranscriptForm> named(String name) {
    return Stream.of(values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  static TranscriptForm ofType(String type) {
    return Stream.of(values()).filter(it -> it.type.equals(type)).findFirst().orElse(JSON);
  }

  /** Of what is said in a clip. */
  String of(ClipTranscript clip) {
    return switch (this) {
      case JSON -> clip.json();
      case VTT -> clip.vtt();
      case SRT -> clip.srt();
      case TXT -> clip.txt();
    };
  }

  /**
   * @throws ProblemException {@code not-acceptable} for subtitles of a transcript whose times do
   *     not fit
   */
  String of(Revision revision, Window window) {
    if ((this == VTT || this == SRT) && !revision.timing().fitsSubtitles()) {
      throw noSubtitles(revision);
    }
    return switch (this) {
      case JSON -> TranscriptJson.of(revision, window);
      case VTT -> TranscriptText.vtt(revision, window);
      case SRT -> TranscriptText.srt(revision, window);
      case TXT -> TranscriptText.txt(revision, window);
    };
  }

  static ProblemException noSubtitles(Revision revision) {
    return new ProblemException(
        ProblemType.NOT_ACCEPTABLE,
        "Its times are %s: no subtitles are made of them".formatted(revision.timing().label()));
  }
}
