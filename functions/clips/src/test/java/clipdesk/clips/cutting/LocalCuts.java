package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.aws.LocalBuckets;
import clipdesk.common.aws.S3ByteSource;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A master on the local stack that is worth a copy inside S3, and cuts of it. */
final class LocalCuts implements BeforeAllCallback, AfterAllCallback {
  static final FrameRange RANGE = new FrameRange(13, 287);

  private final String name = "clips-it-" + UUID.randomUUID();
  final String masters = name + "-m";

  /** Where a master can be replaced in place. */
  final String unversioned = name + "-u";

  final String clips = name + "-c";
  private final LocalBuckets buckets = new LocalBuckets(masters, unversioned, clips);
  private Path file;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    buckets.beforeAll(context);
    s3().putBucketVersioning(
            put ->
                put.bucket(unversioned)
                    .versioningConfiguration(it -> it.status(BucketVersioningStatus.SUSPENDED)));
    file = Files.createTempFile("master", ".mp4");
    // Small pictures, but at so fine a quantiser that they fill the parts of an upload.
    FfmpegProgram.run(
        List.of(
            ("-f lavfi -i testsrc2=s=320x180:r=25:d=12,noise=alls=12:allf=t:all_seed=7 -f lavfi -i"
                    + " sine=f=440:r=48000:d=12 -pix_fmt yuv420p -c:v libx264 -threads 1 -preset"
                    + " veryfast -bf 3 -g 50 -sc_threshold 0 -qp 1 -c:a aac "
                    + file)
                .split(" ")));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    Files.delete(file);
    buckets.afterAll(context);
  }

  S3Client s3() {
    return buckets.s3();
  }

  /**
   * The same pictures and sound in another file.
   *
   * @param suffix of its container
   * @param how as arguments of ffmpeg
   */
  Path remade(Path folder, String suffix, String how) throws IOException {
    var other = Files.createTempFile(folder, "master", suffix);
    FfmpegProgram.run(List.of("-i %s %s %s".formatted(file, how, other).split(" ")));
    return other;
  }

  CutReport cut(String key, StoredObject master, boolean copyInside, S3Client client)
      throws IOException {
    try (var source = source(masters, master);
        var sink = sink(key, masters, master, client)) {
      return cutter().cut(request(copyInside), source, sink, ProgressListener.NONE);
    }
  }

  ByteSource source(String bucket, StoredObject master) {
    return new S3ByteSource(
        s3(),
        new S3ByteSource.Version(
            bucket,
            master.key(),
            Optional.of(master.versionId()),
            master.etag(),
            master.sizeBytes()));
  }

  /** Whose way out of every difficulty is barred. */
  ClipCutter cutter() {
    return new ClipCutter(
        (job, master, sink, listener) -> {
          throw new AssertionError("Nothing here needs a re-encode");
        });
  }

  S3ClipSink sink(String key, String bucket, StoredObject master, S3Client client) {
    return new S3ClipSink(client, clips, key, bucket, master);
  }

  /** A master under embargo must pass through the function. */
  CutRequest request(boolean copyInside) {
    return new CutRequest(
        RANGE, Set.of(), Duration.ofMinutes(5), MethodChoice.SMART_ONLY, copyInside);
  }

  StoredObject put(String bucket) throws IOException {
    return put(bucket, file);
  }

  StoredObject put(String bucket, Path file) throws IOException {
    var key = "masters/%s.mp4".formatted(bucket.equals(unversioned) ? "one" : UUID.randomUUID());
    var stored = s3().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file));
    var version = bucket.equals(unversioned) ? "null" : stored.versionId();
    return new StoredObject(key, version, stored.eTag(), Files.size(file));
  }

  /** Other bytes under the same key, in the same version and of the same length. */
  void replace() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2]++;
    s3().putObject(
            put -> put.bucket(unversioned).key("masters/one.mp4"), RequestBody.fromBytes(bytes));
  }

  void put(String key, String text) {
    s3().putObject(put -> put.bucket(clips).key(key), RequestBody.fromString(text));
  }

  void assertNothingIsLeft(String key) {
    assertThat(uploads()).isZero();
    assertThat(s3().listObjectsV2(list -> list.bucket(clips).prefix(key)).contents()).isEmpty();
  }

  int uploads() {
    return s3().listMultipartUploads(list -> list.bucket(clips)).uploads().size();
  }
}
