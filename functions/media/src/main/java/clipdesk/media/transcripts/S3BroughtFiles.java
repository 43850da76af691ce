package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects {@code masters/{videoId}/transcripts/{language}.txt}, {@code .html} and {@code .docx}
 * beside the master, {@code words/{videoId}/{language}} beside the transcripts, of any form, and
 * {@code texts/{videoId}/{masterVersion}/{language}.vtt}, which the ingest made of the master.
 */
final class S3BroughtFiles implements BroughtFiles {
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  /** Of three forms and every language there is some more than one needs. */
  private static final int MAX_NAMES = 1_000;

  private static final Pattern TEXT = Pattern.compile("([^/.]+)\\.(txt|html|docx)");
  private static final Pattern WORDS = Pattern.compile("([^/]+)");
  private static final Pattern TRACK = Pattern.compile("([^/.]+)\\.vtt");

  private final S3Client s3;
  private final String masters;
  private final String transcripts;

  S3BroughtFiles(S3Client s3, String masters, String transcripts) {
    this.s3 = s3;
    this.masters = masters;
    this.transcripts = transcripts;
  }

  @Override
  public List<BroughtFile> list(Video video) {
    var id = video.videoId();
    var files = new ArrayList<BroughtFile>();
    list(Brought.TEXT, masters, MasterKeys.file(id, "transcripts/"), TEXT, files);
    list(Brought.WORDS, transcripts, "words/%s/".formatted(id), WORDS, files);
    list(Brought.TRACK, masters, MasterKeys.texts(id, video.masterVersion()), TRACK, files);
    return files;
  }

  private void list(
      Brought kind, String bucket, String folder, Pattern names, List<BroughtFile> into) {
    var listed = s3.listObjectsV2(it -> it.bucket(bucket).prefix(folder).maxKeys(MAX_NAMES));
    for (var object : listed.contents()) {
      var name = names.matcher(object.key().substring(folder.length()));
      if (name.matches()) {
        into.add(file(kind, name.group(1), object));
      }
    }
  }

  private static BroughtFile file(Brought kind, String language, S3Object object) {
    return new BroughtFile(
        kind, language, object.key(), object.eTag(), object.lastModified(), object.size());
  }

  @Override
  public Optional<byte[]> read(BroughtFile file) {
    var bucket = file.kind() == Brought.WORDS ? transcripts : masters;
    try {
      return Optional.of(
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(file.name()).ifMatch(file.version()))
              .asByteArrayUnsafe());
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND || e.statusCode() == PRECONDITION_FAILED) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
