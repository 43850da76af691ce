package clipdesk.common.wire;

import clipdesk.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What AWS says. */
record WireAnswer(int status, Map<String, String> headers, String body) {
  private static final int OK = 200;

  /** As little as the operation's answer may hold for an adapter that only asks. */
  static WireAnswer leastFor(WireRequest request) {
    var operation = request.operation();
    if (request.header("x-amz-target").isPresent()) {
      var body = operation.equals("SendMessage") ? received(request) : "{}";
      return new WireAnswer(OK, Map.of(), body);
    }
    if (request.text().startsWith("Action=")) {
      return xml(
          "<%1$sResponse><%1$sResult><MessageId>m-1</MessageId></%1$sResult></%1$sResponse>"
              .formatted(operation));
    }
    return switch (operation) {
      case "CreateMultipartUpload" ->
          xml(
              "<InitiateMultipartUploadResult><UploadId>upload-1</UploadId>"
                  + "</InitiateMultipartUploadResult>");
      case "UploadPartCopy" ->
          xml(
              "<CopyPartResult><ETag>\"copied\"</ETag>"
                  + "<ChecksumCRC32>copied+part=</ChecksumCRC32></CopyPartResult>");
      case "CompleteMultipartUpload" ->
          xml(
              "<CompleteMultipartUploadResult><ETag>\"whole\"</ETag>"
                  + "</CompleteMultipartUploadResult>");
      case "ListObjectsV2" -> xml("<ListBucketResult></ListBucketResult>");
      case "HeadObject" ->
          new WireAnswer(
              OK,
              Map.of("ETag", "\"tag\"", "x-amz-version-id", "version-1", "Content-Length", "1000"),
              "");
      default ->
          new WireAnswer(OK, Map.of("ETag", "\"tag\"", "x-amz-version-id", "version-1"), "{}");
    };
  }

  /** The SDK compares what it sent with what arrived. */
  private static String received(WireRequest request) {
    var message = (String) Json.object(request.text()).get("MessageBody");
    try {
      var digest =
          MessageDigest.getInstance("MD5").digest(message.getBytes(StandardCharsets.UTF_8));
      return "{\"MD5OfMessageBody\": \"%s\"}".formatted(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 is in every Java platform", e);
    }
  }

  private static WireAnswer xml(String body) {
    return new WireAnswer(OK, Map.of("Content-Type", "application/xml"), body);
  }
}
