package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The program as a person starts it, on an object of the local stack. */
final class CutFromS3IT {
  private static final String ENDPOINT =
      System.getenv().getOrDefault("AWS_ENDPOINT_URL", "http://localhost:4566");
  private static final String KEY = "press/the master.mp4";
  private static final Path MASTER = Masters.ofSeconds(4).get(MasterType.CLOSED_GOP);

  private final String bucket = "cut-it-" + UUID.randomUUID();
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(URI.create(ENDPOINT))
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .forcePathStyle(true)
          .build();

  @TempDir private Path folder;

  @BeforeEach
  void putMaster() {
    s3.createBucket(create -> create.bucket(bucket));
    s3.putObject(put -> put.bucket(bucket).key(KEY), RequestBody.fromFile(MASTER));
  }

  @AfterEach
  void removeAll() {
    try (s3) {
      s3.deleteObject(delete -> delete.bucket(bucket).key(KEY));
      s3.deleteBucket(delete -> delete.bucket(bucket));
    }
  }

  @Test
  void objectGivesTheSameClipsAsTheFile() throws IOException, InterruptedException {
    var ranges = List.of("--range", "f30,f70", "--range", "1.2,f90");
    var report = folder.resolve("report.json");
    var object = "s3://%s/press/the%%20master.mp4".formatted(bucket);

    assertThat(cut(object, "clip.mp4", ranges, List.of("--report", report.toString()))).isZero();

    assertThat(cut(MASTER.toAbsolutePath().toString(), "same.mp4", ranges, List.of())).isZero();
    for (int i = 1; i <= 2; i++) {
      assertThat(folder.resolve("clip-%d.mp4".formatted(i)))
          .hasSameBinaryContentAs(folder.resolve("same-%d.mp4".formatted(i)));
    }
    assertThat(
            JSON.std.listFrom(Files.readString(report)).stream().map(CutFromS3IT::asked).toList())
        .isEqualTo(
            List.of(Map.of("inFrame", 30, "outFrame", 70), Map.of("inFrame", 30, "outFrame", 90)));
  }

  @Test
  void objectThatIsNotThereIsRefused() throws IOException, InterruptedException {
    var object = "s3://%s/none.mp4".formatted(bucket);

    assertThat(cut(object, "none.mp4", List.of("--range", "f1,f2"), List.of())).isEqualTo(1);

    assertThat(folder.resolve("none.mp4")).doesNotExist();
  }

  private static Object asked(Object report) {
    return ((Map<?, ?>) report).get("asked");
  }

  private int cut(String source, String target, List<String> ranges, List<String> more)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("../../bin/cut", source));
    command.add(folder.resolve(target).toString());
    command.addAll(ranges);
    command.addAll(more);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", ENDPOINT,
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"));
    var process = builder.start();
    System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }
}
