package clipdesk.clips.cutting;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.StoredKeys;
import clipdesk.contracts.clips.ClipKeys;
import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.reencode.JavaCvReencoder;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 says that a clip request was created. */
public final class ClipRequestHandler implements RequestStreamHandler {
  /** What the function keeps to itself to tell of a failure before it is killed. */
  private static final Duration RESERVE = Duration.ofSeconds(20);

  static {
    // The layer's libraries are on the path: without this JavaCPP would look for jars to unpack.
    System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
  }

  private final CutClip cutClip;

  public ClipRequestHandler() {
    this(
        new CutClip(
            new S3ClipStore(
                AwsClients.client(S3Client.builder()), ClipsConfig.of(Environment.ofProcess())),
            new ClipCutter(new JavaCvReencoder()),
            InstantSource.system()));
  }

  ClipRequestHandler(CutClip cutClip) {
    this.cutClip = cutClip;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var timeLeft = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
    for (var clipId : clipIds(new String(event.readAllBytes(), StandardCharsets.UTF_8))) {
      cutClip.cut(clipId, context.getAwsRequestId(), timeLeft);
    }
  }

  /**
   * @throws BadClipRequestException if a key is not that of a clip request
   */
  static List<String> clipIds(String event) {
    return StoredKeys.of(event).stream().map(ClipRequestHandler::clipId).toList();
  }

  private static String clipId(String key) {
    return ClipKeys.clipOfRequest(key)
        .orElseThrow(
            () -> new BadClipRequestException(key, "its key is not that of a clip request"));
  }
}
