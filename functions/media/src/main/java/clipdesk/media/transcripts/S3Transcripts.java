package clipdesk.media.transcripts;

import clipdesk.common.aws.S3Conditions;
import clipdesk.common.digests.Sha256;
import clipdesk.common.json.UnreadableException;
import clipdesk.common.stored.LeftOut;
import clipdesk.transcript.refusals.RefusedInputException;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionReader;
import clipdesk.transcript.revision.RevisionWriter;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Objects {@code transcripts/{videoId}/{language}/…}: {@code state.json}, written on the condition
 * of its tag, and {@code sources/…}, {@code revisions/…}, whose names are their hashes.
 */
@Singleton
public final class S3Transcripts implements Transcripts {
  private static final String JSON = "application/json";

  private final Provider<S3Client> s3;
  private final String bucket;

  public S3Transcripts(Provider<S3Client> s3, TranscriptsConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Optional<Stored> find(TranscriptKey key) {
    return read(state(key)).map(it -> stored(state(key), it));
  }

  @Override
  public boolean write(TranscriptKey key, TranscriptState state, Optional<Stored> before) {
    var put = PutObjectRequest.builder().bucket(bucket).key(state(key)).contentType(JSON);
    before.ifPresentOrElse(it -> put.ifMatch(it.tag()), () -> put.ifNoneMatch("*"));
    return S3Conditions.hold(
        () -> s3.get().putObject(put.build(), RequestBody.fromString(state.json())));
  }

  @Override
  public String keepSource(TranscriptKey key, byte[] content) {
    var name = "sources/" + Sha256.hex(content);
    put(key, name, "application/octet-stream", content);
    return name;
  }

  @Override
  public byte[] source(TranscriptKey key, String name) {
    return read(folder(key) + name)
        .orElseThrow(() -> new MissingPartException(key, name))
        .asByteArrayUnsafe();
  }

  @Override
  public String keepRevision(TranscriptKey key, Revision revision) {
    var content = RevisionWriter.write(revision).getBytes(StandardCharsets.UTF_8);
    var name = "revisions/r%d-%s.json".formatted(revision.number(), Sha256.hex(content));
    put(key, name, JSON, content);
    return name;
  }

  @Override
  public Optional<Revision> revision(TranscriptKey key, String name) {
    var content = new String(source(key, name), StandardCharsets.UTF_8);
    return LeftOut.ifUnreadable("revisions", folder(key) + name, () -> revision(content));
  }

  private static Revision revision(String content) {
    try {
      return RevisionReader.read(content);
    } catch (RefusedInputException spoilt) {
      throw new UnreadableException("revision", spoilt.code());
    }
  }

  private static Stored stored(String key, ResponseBytes<GetObjectResponse> bytes) {
    var state =
        LeftOut.ifUnreadable("transcripts", key, () -> TranscriptState.read(bytes.asUtf8String()));
    return new Stored(state.orElse(TranscriptState.NONE), bytes.response().eTag());
  }

  private void put(TranscriptKey key, String name, String contentType, byte[] content) {
    s3.get()
        .putObject(
            put -> put.bucket(bucket).key(folder(key) + name).contentType(contentType),
            RequestBody.fromBytes(content));
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(String key) {
    try {
      return Optional.of(s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static String state(TranscriptKey key) {
    return folder(key) + "state.json";
  }

  private static String folder(TranscriptKey key) {
    return "transcripts/%s/%s/".formatted(key.videoId(), key.language());
  }
}
