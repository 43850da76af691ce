package clipdesk.media.transcripts;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.common.web.Query;
import clipdesk.common.web.RawBody;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.media.catalogue.Release;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.transcripts.Transcripts.Stored;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.Optional;

/** {@code /v1/editor/videos/{videoId}/transcript} and {@code …/words}: what an editor brings. */
@OfTranscripts
@Controller("/v1/editor/videos/{videoId}")
final class TranscriptEditorController {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Videos videos;
  private final EditTranscript editTranscript;
  private final AskForWords askForWords;

  TranscriptEditorController(
      Videos videos, EditTranscript editTranscript, AskForWords askForWords) {
    this.videos = videos;
    this.editTranscript = editTranscript;
    this.askForWords = askForWords;
  }

  @Get(uri = "/transcript", headRoute = false)
  HttpResponse<String> read(HttpRequest<?> request, Caller caller, String videoId) {
    caller.requireEditor();
    var video = video(videoId);
    var outcome = editTranscript.look(key(request, video), video);
    if (!outcome.state().exists()) {
      throw noTranscript();
    }
    return answer(HttpStatus.OK, outcome);
  }

  @Put("/transcript")
  @Consumes({"text/plain", "text/html", DOCX})
  HttpResponse<String> text(HttpRequest<?> request, Caller caller, String videoId) {
    caller.requireEditor();
    var video = video(videoId);
    var outcome =
        editTranscript.putText(
            key(request, video), video, it -> expected(request, it), RawBody.of(request));
    askForWords.whereWanted(video);
    return answer(HttpStatus.ACCEPTED, outcome);
  }

  @Post("/transcript/recognition")
  HttpResponse<String> recognise(HttpRequest<?> request, Caller caller, String videoId) {
    caller.requireEditor();
    var video = video(videoId);
    askForWords.byEditor(video, key(request, video));
    return HttpResponse.accepted();
  }

  @Delete("/transcript")
  HttpResponse<String> delete(HttpRequest<?> request, Caller caller, String videoId) {
    caller.requireEditor();
    var video = video(videoId);
    editTranscript.delete(key(request, video), it -> existing(request, it));
    return HttpResponse.noContent();
  }

  @Put("/transcript/edits")
  HttpResponse<String> edits(
      HttpRequest<?> request, Caller caller, String videoId, @Body String body) {
    caller.requireEditor();
    var video = video(videoId);
    var key = key(request, video);
    EditList.read(RequestBody.parse(body));
    var edits = EditList.members(body);
    return answer(
        HttpStatus.ACCEPTED,
        editTranscript.putEdits(key, video, it -> existing(request, it), edits));
  }

  @Put("/words")
  @Consumes({
    "application/json",
    "text/plain",
    "text/vtt",
    "application/x-subrip",
    "application/ttml+xml",
    "application/xml",
    "text/xml"
  })
  HttpResponse<String> words(HttpRequest<?> request, Caller caller, String videoId) {
    caller.requireEditor();
    var video = video(videoId);
    return answer(
        HttpStatus.ACCEPTED,
        editTranscript.putWords(
            key(request, video), video, it -> expected(request, it), RawBody.of(request)));
  }

  /** In any state: a text is prepared before its video is shown. */
  private Video video(String videoId) {
    return Optional.of(videoId)
        .filter(MasterKeys::isVideoId)
        .flatMap(videos::find)
        .orElseThrow(Release::noSuchVideo);
  }

  private static TranscriptKey key(HttpRequest<?> request, Video video) {
    var language =
        Query.of(request)
            .text("language")
            .orElseThrow(
                () -> ProblemException.invalid("query:language", "missing", "Must be there"));
    if (!TranscriptKey.isLanguage(language)
        || !video.description().languages().contains(language)) {
      throw ProblemException.invalid(
          "query:language", "unknown-value", "Must be one of the video's languages");
    }
    return new TranscriptKey(video.videoId(), language);
  }

  /** First nothing, then what was read. */
  private static Optional<Stored> expected(HttpRequest<?> request, Optional<Stored> stored) {
    var existing = stored.map(Stored::state).filter(TranscriptState::exists);
    if (existing.isEmpty()) {
      EntityTags.requireNone(request);
    } else if (EntityTags.wantsNone(request)) {
      throw EntityTags.stale(existing.get().version());
    } else {
      EntityTags.require(request, existing.get().version());
    }
    return stored;
  }

  private static Optional<Stored> existing(HttpRequest<?> request, Optional<Stored> stored) {
    var state =
        stored
            .map(Stored::state)
            .filter(TranscriptState::exists)
            .orElseThrow(TranscriptEditorController::noTranscript);
    EntityTags.require(request, state.version());
    return stored;
  }

  private static HttpResponse<String> answer(HttpStatus status, EditTranscript.Outcome outcome) {
    return HttpResponse.<String>status(status)
        .body(Json.text(ReportView.of(outcome)))
        .header(HttpHeaders.ETAG, EntityTags.of(outcome.state().version()))
        .header(HttpHeaders.CONTENT_LANGUAGE, outcome.key().language());
  }

  private static ProblemException noTranscript() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such transcript");
  }
}
