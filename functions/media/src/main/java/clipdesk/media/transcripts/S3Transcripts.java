package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Objects {@code transcripts/{videoId}/{language}/…}: {@code state.json}, written on the condition
 * of its tag, and {@code sources/…}, {@code revisions/…}, whose names are their hashes. Behind the
 * first line of {@code state.json}, which is the state, stands the revision of now: whoever needs
 * both asks once, and whoever needs the state alone reads its beginning.
 */
@Singleton
public final class S3Transcripts implements Transcripts {
  private static final String JSON = "application/json";
  private static final String JSON_LINES = "application/jsonl";

  /** In which nearly every state ends; one of many corrections is longer. */
  private static final int BEGINNING = 16 * 1_024;

  private static final int LINE_END = '\n';

  private final Provider<S3Client> s3;
  private final String bucket;

  public S3Transcripts(Provider<S3Client> s3, TranscriptsConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Optional<Stored> find(TranscriptKey key) {
    var beginning = read(state(key), Optional.of("bytes=0-" + (BEGINNING - 1)));
    return beginning
        .flatMap(it -> hasState(it.asByteArrayUnsafe()) ? beginning : read(state(key)))
        .map(it -> new Stored(state(key, it), it.response().eTag()));
  }

  private static boolean hasState(byte[] beginning) {
    return beginning.length < BEGINNING || lineEnd(beginning) < beginning.length;
  }

  @Override
  public Optional<Standing> current(TranscriptKey key) {
    return read(state(key))
        .map(
            it -> {
              var state = state(key, it);
              return new Standing(state, state.current().flatMap(kept -> revision(key, kept, it)));
            });
  }

  private Optional<Revision> revision(
      TranscriptKey key, TranscriptState.Kept kept, ResponseBytes<GetObjectResponse> whole) {
    var bytes = whole.asByteArrayUnsafe();
    int begin = lineEnd(bytes) + 1;
    return begin < bytes.length
        ? revision(state(key), new String(bytes, begin, bytes.length - begin, UTF_8))
        : revision(key, kept.name());
  }

  @Override
  public boolean write(TranscriptKey key, TranscriptState state, Optional<Stored> before) {
    var put = PutObjectRequest.builder().bucket(bucket).key(state(key)).contentType(JSON_LINES);
    before.ifPresentOrElse(it -> put.ifMatch(it.tag()), () -> put.ifNoneMatch("*"));
    var revision = state.current().flatMap(it -> read(folder(key) + it.name()));
    var content = state.json() + revision.map(it -> (char) LINE_END + it.asUtf8String()).orElse("");
    return S3Conditions.hold(
        () -> s3.get().putObject(put.build(), RequestBody.fromString(content)));
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
    var content = RevisionWriter.write(revision).getBytes(UTF_8);
    var name = "revisions/r%d-%s.json".formatted(revision.number(), Sha256.hex(content));
    put(key, name, JSON, content);
    return name;
  }

  @Override
  public Optional<Revision> revision(TranscriptKey key, String name) {
    return revision(folder(key) + name, new String(source(key, name), UTF_8));
  }

  private static Optional<Revision> revision(String from, String content) {
    return LeftOut.ifUnreadable("revisions", from, () -> revision(content));
  }

  private static Revision revision(String content) {
    try {
      return RevisionReader.read(content);
    } catch (RefusedInputException spoilt) {
      throw new UnreadableException("revision", spoilt.code());
    }
  }

  private static TranscriptState state(TranscriptKey key, ResponseBytes<GetObjectResponse> bytes) {
    var content = bytes.asByteArrayUnsafe();
    var line = new String(content, 0, lineEnd(content), UTF_8);
    return LeftOut.ifUnreadable("transcripts", state(key), () -> TranscriptState.read(line))
        .orElse(TranscriptState.NONE);
  }

  /** Where the first line ends, without its end. */
  private static int lineEnd(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != LINE_END) {
      end++;
    }
    return end;
  }

  private void put(TranscriptKey key, String name, String contentType, byte[] content) {
    s3.get()
        .putObject(
            put -> put.bucket(bucket).key(folder(key) + name).contentType(contentType),
            RequestBody.fromBytes(content));
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(String key) {
    return read(key, Optional.empty());
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(String key, Optional<String> range) {
    try {
      return Optional.of(
          s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key).range(range.orElse(null))));
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
