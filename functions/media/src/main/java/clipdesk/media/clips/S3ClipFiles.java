package clipdesk.media.clips;

import clipdesk.contracts.clips.ClipKeys;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A clip counts as ready when its report is there; the file's version is asked of S3. */
@Singleton
final class S3ClipFiles implements ClipFiles {
  /** SMPTE ST 12-1 as people write it; a semicolon says that frames are dropped. */
  private static final Pattern TIMECODE = Pattern.compile("([0-9]{2}:){2}[0-9]{2}[:;][0-9]{2,3}");

  private final ClipObjects objects;
  private final Requesters requesters;
  private final Provider<S3Client> s3;
  private final String bucket;

  S3ClipFiles(
      ClipObjects objects, Requesters requesters, Provider<S3Client> s3, MediaConfig config) {
    this.objects = objects;
    this.requesters = requesters;
    this.s3 = s3;
    this.bucket = config.clipsBucket();
  }

  @Override
  public Optional<ClipFile> find(String accountId, String clipId) {
    if (!ClipId.wellFormed(clipId)) {
      return Optional.empty();
    }
    var id = new ClipId(clipId);
    var found = objects.find(id);
    if (found.report().isEmpty() || found.asked().isEmpty()) {
      return Optional.empty();
    }
    var label = requesters.find(accountId, id).flatMap(it -> it.words().label());
    return file(found.asked().get(), found.report().get(), label);
  }

  private Optional<ClipFile> file(AskedClip request, ClipReport report, Optional<String> label) {
    var key = ClipKeys.clip(request.id().text());
    long inMs = request.rate().millisOf(request.range().in());
    try {
      var head = s3.get().headObject(get -> get.bucket(bucket).key(key));
      return Optional.of(
          new ClipFile(
              request.videoId(),
              request.range(),
              inMs,
              request.rate().millisOf(request.range().out()) - inMs,
              request.tracks(),
              label,
              report.timecode().filter(it -> TIMECODE.matcher(it).matches()),
              key,
              Optional.ofNullable(head.versionId()),
              head.eTag(),
              head.contentLength()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
