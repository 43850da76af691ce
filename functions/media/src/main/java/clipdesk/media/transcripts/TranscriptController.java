package clipdesk.media.transcripts;

import clipdesk.common.json.Json;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.CacheableAnswers;
import clipdesk.common.web.OfferedTypes;
import clipdesk.common.web.Query;
import clipdesk.media.OfTranscripts;
import clipdesk.transcript.revision.ExchangesJson;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.Window;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code /v1/videos/{videoId}/transcript}, {@code …/transcripts} and {@code …/exchanges}: what
 * everybody may read.
 */
@OfTranscripts
@Controller("/v1/videos/{videoId}")
final class TranscriptController {
  private static final Duration MAX_AGE = Duration.ofSeconds(60);
  private static final int MOST = 999_999_999;

  private final ReadTranscript readTranscript;

  TranscriptController(ReadTranscript readTranscript) {
    this.readTranscript = readTranscript;
  }

  @Get("/transcript")
  @Produces({
    TranscriptForm.JSON_TYPE,
    TranscriptForm.VTT_TYPE,
    TranscriptForm.SRT_TYPE,
    TranscriptForm.TXT_TYPE
  })
  HttpResponse<?> transcript(HttpRequest<?> request, String videoId) {
    var form = form(request);
    var revision = revision(request, videoId);
    return answer(request, revision, form, form.of(revision, window(request, revision)));
  }

  @Get("/exchanges")
  HttpResponse<?> exchanges(HttpRequest<?> request, String videoId) {
    var revision = revision(request, videoId);
    return answer(request, revision, TranscriptForm.JSON, ExchangesJson.of(revision));
  }

  @Get("/transcripts")
  HttpResponse<?> transcripts(HttpRequest<?> request, String videoId) {
    var items =
        readTranscript.newest(videoId).entrySet().stream()
            .map(it -> Map.of("language", it.getKey(), "revision", it.getValue()))
            .toList();
    return CacheableAnswers.inForms(
            request, Json.text(Map.of("items", items)), HttpHeaders.ACCEPT, MAX_AGE)
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private Revision revision(HttpRequest<?> request, String videoId) {
    return readTranscript.read(videoId, wanted(request));
  }

  static ReadTranscript.Wanted wanted(HttpRequest<?> request) {
    var query = Query.of(request);
    var language = query.text("language");
    if (language.filter(it -> !TranscriptKey.isLanguage(it)).isPresent()) {
      throw Query.malformed("language", "Must be a language of two or three letters");
    }
    var number = query.number("revision", 1, MOST);
    return new ReadTranscript.Wanted(
        language, number.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  static TranscriptForm form(HttpRequest<?> request) {
    return Query.of(request)
        .text("format")
        .map(
            name ->
                TranscriptForm.named(name)
                    .orElseThrow(
                        () ->
                            ProblemException.invalid(
                                "query:format", "unknown-value", "Must be json, vtt, srt or txt")))
        .orElseGet(
            () ->
                TranscriptForm.ofType(
                    OfferedTypes.best(
                            request,
                            Stream.of(TranscriptForm.values())
                                .map(it -> MediaType.of(it.type()))
                                .toList())
                        .getName()));
  }

  /** Frames {@code [from, to)} of the video. */
  private static Window window(HttpRequest<?> request, Revision revision) {
    var query = Query.of(request);
    var frames = revision.video().frames();
    var last = (int) Math.min(MOST, frames.frames());
    var from = query.number("from", 0, last);
    var to = query.number("to", 0, last);
    if (from.isEmpty() && to.isEmpty()) {
      return Window.WHOLE;
    }
    int in = from.orElse(0);
    int out = to.orElse(last);
    if (out <= in) {
      throw ProblemException.invalid("query:to", "reversed", "Must be after from");
    }
    return Window.of(frames.ms(in), frames.ms(out));
  }

  private static HttpResponse<?> answer(
      HttpRequest<?> request, Revision revision, TranscriptForm form, String body) {
    MutableHttpResponse<?> answer =
        CacheableAnswers.inForms(request, body, HttpHeaders.ACCEPT, MAX_AGE)
            .header(HttpHeaders.CONTENT_LANGUAGE, revision.language());
    return answer.contentType(contentType(form));
  }

  static MediaType contentType(TranscriptForm form) {
    return form == TranscriptForm.JSON
        ? MediaType.APPLICATION_JSON_TYPE
        : new MediaType(form.type() + ";charset=utf-8");
  }
}
