package clipdesk.media.transcripts;

import clipdesk.common.identity.Caller;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.Query;
import clipdesk.common.web.RequestLanguage;
import clipdesk.media.OfTranscripts;
import clipdesk.media.clips.FindClipFrames;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.Arrays;
import java.util.List;

/** {@code /v1/clips/{clipId}/subtitles} and {@code /v1/edit-lists}: what goes with clips. */
@OfTranscripts
@Controller("/v1")
final class ClipTextController {
  private static final int MOST_CLIPS = 20;

  private final FindClipFrames clips;
  private final ReadTranscript readTranscript;
  private final MakeEditList makeEditList;
  private final RequestLanguage languages;

  ClipTextController(
      FindClipFrames clips,
      ReadTranscript readTranscript,
      MakeEditList makeEditList,
      RequestLanguage languages) {
    this.clips = clips;
    this.readTranscript = readTranscript;
    this.makeEditList = makeEditList;
    this.languages = languages;
  }

  @Get(uri = "/clips/{clipId}/subtitles", headRoute = false)
  @Produces({
    TranscriptForm.JSON_TYPE,
    TranscriptForm.VTT_TYPE,
    TranscriptForm.SRT_TYPE,
    TranscriptForm.TXT_TYPE
  })
  HttpResponse<String> subtitles(HttpRequest<?> request, Caller caller, String clipId) {
    var form = TranscriptController.form(request);
    var wanted = TranscriptController.wanted(request);
    var said = readTranscript.ofClip(clips.find(caller, clipId), wanted);
    return HttpResponse.ok(form.of(said.transcript()))
        .contentType(TranscriptController.contentType(form))
        .header(HttpHeaders.CONTENT_LANGUAGE, said.language())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  @Get(uri = "/edit-lists", headRoute = false)
  @Produces({
    MediaType.TEXT_PLAIN,
    MediaType.APPLICATION_XML,
    MediaType.APPLICATION_JSON,
    "text/csv"
  })
  HttpResponse<String> editList(HttpRequest<?> request, Caller caller) {
    var form = editListForm(request);
    var found = clips.findAll(caller, clipIds(request));
    var list = makeEditList.of(found, languages.of(request), form);
    return HttpResponse.ok(form.write(list)).contentType(new MediaType(form.type()));
  }

  private static List<String> clipIds(HttpRequest<?> request) {
    var ids =
        Query.of(request).text("clips").stream()
            .flatMap(it -> Arrays.stream(it.split(",", -1)))
            .toList();
    if (ids.isEmpty() || ids.size() > MOST_CLIPS || ids.getFirst().isEmpty()) {
      throw ProblemException.invalid("query:clips", "wrong-size", "Give 1 to 20 clip ids");
    }
    if (!ids.stream().allMatch(FindClipFrames::isClipId)) {
      throw Query.malformed("clips", "Must be clip ids with commas between them");
    }
    return ids;
  }

  private static EditListForm editListForm(HttpRequest<?> request) {
    return Query.of(request)
        .text("format")
        .map(
            name ->
                EditListForm.named(name)
                    .orElseThrow(
                        () ->
                            ProblemException.invalid(
                                "query:format",
                                "unknown-value",
                                "Must be edl, fcpxml, otio or csv")))
        .orElseThrow(() -> ProblemException.invalid("query:format", "missing", "Must be there"));
  }
}
